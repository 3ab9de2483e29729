package org.testigo.evidence;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.testigo.formats.archives.ZipListing;
import org.testigo.formats.archives.ZipMember;
import org.testigo.formats.bytes.ByteSource;

/// The files of a zip. Stored ones are read where they lie, packed ones are unpacked when they are
/// opened.
final class ZipContainer extends ArchiveContainer<ZipMember> {
  private final ByteSource zip;
  private final ZipListing listing;
  private final Unpacking unpacking;

  /// @param zip closed with this container
  /// @throws org.testigo.model.MalformedException when its directory cannot be read
  ZipContainer(Path path, ByteSource zip, Unpacking unpacking) {
    super(path);
    this.zip = zip;
    this.unpacking = unpacking;
    listing = ZipListing.read(zip);
    take(listing.members());
  }

  @Override
  Optional<String> whyNotRead(ZipMember member) {
    return member.type() == ZipMember.Type.SYMBOLIC_LINK
        ? Optional.of(" is a symbolic link, which is not followed")
        : Optional.empty();
  }

  @Override
  ByteSource open(ZipMember member) {
    return listing.stored(member).orElseGet(() -> unpack(member));
  }

  private ByteSource unpack(ZipMember member) {
    try (var stream = listing.unpack(member)) {
      return unpacking.keep(stream, member.packedBytes());
    }
  }

  @Override
  byte[] start(ZipMember member, int length) {
    var stored = listing.stored(member);
    if (stored.isPresent()) return stored.get().start(length);
    byte[] start = new byte[length];
    try (var stream = listing.unpack(member)) {
      return Arrays.copyOf(start, stream.read(start));
    }
  }

  @Override
  public void close() {
    zip.close();
  }
}
