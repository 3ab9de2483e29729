package org.testigo.evidence;

import java.nio.file.Path;
import java.util.Optional;
import org.testigo.formats.archives.TarListing;
import org.testigo.formats.archives.TarMember;
import org.testigo.formats.bytes.ByteSource;

/// The files of a tar, read where they lie.
final class TarContainer extends ArchiveContainer<TarMember> {
  private final ByteSource tar;
  private final TarListing listing;

  /// @param tar closed with this container
  TarContainer(Path path, ByteSource tar) {
    super(path);
    this.tar = tar;
    listing = TarListing.read(tar);
    listing.fault().ifPresent(fault -> faults().add(Fault.of(fault)));
    tar.fault().ifPresent(fault -> faults().add(Fault.of(fault)));
    take(listing.members());
  }

  @Override
  Optional<String> whyNotRead(TarMember member) {
    return switch (member.type()) {
      case FILE, FOLDER -> Optional.empty();
      case LINK -> Optional.of(" is a link, which is not followed");
      case OTHER -> Optional.of(" is neither a whole file nor a folder");
    };
  }

  @Override
  ByteSource open(TarMember member) {
    return listing.open(member);
  }

  @Override
  byte[] start(TarMember member, int length) {
    return listing.open(member).start(length);
  }

  @Override
  public void close() {
    tar.close();
  }
}
