package org.testigo.formats.archives;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.bytes.SliceSource;
import org.testigo.formats.bytes.SourceStream;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// What the directory of a zip lists, and the bytes of each member.
public final class ZipListing {
  /// More than any backup has files.
  public static final int ENTRIES_AT_MOST = 2_000_000;

  private static final int LOCAL_HEADER_BYTES = 30;
  private static final long LOCAL_SIGNATURE = 0x04034b50L;

  private final ByteSource zip;
  private final ZipEnd end;
  private final List<ZipMember> members;

  private ZipListing(ByteSource zip, ZipEnd end, List<ZipMember> members) {
    this.zip = zip;
    this.end = end;
    this.members = Collections.unmodifiableList(members);
  }

  /// Reads the directory.
  ///
  /// @param zip stays open, and the caller's to close
  /// @throws MalformedException when the directory does not follow the format
  /// @throws LimitHitException when there are more than [#ENTRIES_AT_MOST] entries
  /// @throws UnsupportedLayoutException when it is one of several parts
  public static ZipListing read(ByteSource zip) {
    var end = ZipEnd.find(zip);
    if (end.entries() > ENTRIES_AT_MOST)
      throw new LimitHitException(Limit.ENTRIES, ENTRIES_AT_MOST);
    var reader =
        new ZipDirectoryReader(
            zip, end.directoryOffsetBytes(), end.directoryOffsetBytes() + end.directoryBytes());
    var members = new ArrayList<ZipMember>();
    while (!reader.isAtEnd()) {
      if (members.size() == ENTRIES_AT_MOST)
        throw new LimitHitException(Limit.ENTRIES, ENTRIES_AT_MOST);
      members.add(reader.next());
    }
    checkCount(members.size(), end);
    return new ZipListing(zip, end, members);
  }

  /// Writers without zip64 let the count of 16 bits run over.
  private static void checkCount(int found, ZipEnd end) {
    if ((found & 0xffff) == (end.entries() & 0xffff)) return;
    throw new MalformedException(
        end.directoryOffsetBytes(),
        "the directory has %d entries, expected %d".formatted(found, end.entries()));
  }

  /// In the order of the directory.
  public List<ZipMember> members() {
    return members;
  }

  /// The bytes of a member that is stored as it is; empty where it is packed. Its checksum is not
  /// compared: that would need all of it.
  ///
  /// @throws MalformedException when its data does not lie in the file
  /// @throws UnsupportedLayoutException when it is encrypted or packed by an unknown method
  public Optional<ByteSource> stored(ZipMember member) {
    if (member.method() != ZipMember.Method.STORED) return Optional.empty();
    var bytes = packed(member);
    if (member.packedBytes() != member.sizeBytes()) {
      throw new MalformedException(
          member.headerOffsetBytes(),
          "a stored entry of %d bytes in %d, expected as many"
              .formatted(member.sizeBytes(), member.packedBytes()));
    }
    return Optional.of(bytes);
  }

  /// Unpacks a member as it is read; damage ends it early and is told.
  ///
  /// @throws MalformedException when its data does not lie in the file
  /// @throws UnsupportedLayoutException when it is encrypted or packed by an unknown method
  public UnpackedStream unpack(ZipMember member) {
    return UnpackedStream.inflated(
        new SourceStream(packed(member)), member.sizeBytes(), member.crc32());
  }

  private ByteSource packed(ZipMember member) {
    if (member.isEncrypted()) {
      throw new UnsupportedLayoutException(
          "the zip encrypts this entry with a password of its own, expected a plain one");
    }
    if (member.method() == ZipMember.Method.OTHER) {
      throw new UnsupportedLayoutException(
          "this entry is packed by an unknown method, expected stored or deflated");
    }
    long offset = dataOffset(member);
    if (member.packedBytes() > end.directoryOffsetBytes() - offset) {
      throw new MalformedException(
          offset,
          "an entry of %d bytes, the directory begins at %d"
              .formatted(member.packedBytes(), end.directoryOffsetBytes()));
    }
    return new SliceSource(zip, offset, member.packedBytes(), Optional.empty());
  }

  /// Behind the local header, whose name and extra field have lengths of their own.
  private long dataOffset(ZipMember member) {
    long header = member.headerOffsetBytes();
    if (header > end.directoryOffsetBytes() - LOCAL_HEADER_BYTES) {
      throw new MalformedException(
          header,
          "a local header, the directory begins at %d".formatted(end.directoryOffsetBytes()));
    }
    var reader = new ForwardReader(zip, header, header + LOCAL_HEADER_BYTES);
    long signature = reader.number32();
    if (signature != LOCAL_SIGNATURE) {
      throw new MalformedException(
          header, "signature 0x%08x, expected 0x%08x".formatted(signature, LOCAL_SIGNATURE));
    }
    reader.skip(22);
    return header + LOCAL_HEADER_BYTES + reader.number16() + reader.number16();
  }
}
