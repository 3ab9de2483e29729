package org.testigo.formats.archives;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.testigo.formats.bytes.ByteSource;
import org.testigo.formats.bytes.SliceSource;
import org.testigo.model.Limit;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;

/// What a tar holds, and the bytes of each member where they lie. Of a tar that is cut or damaged
/// the members before the damage are listed.
public final class TarListing {
  /// More than any backup has files.
  public static final int ENTRIES_AT_MOST = 2_000_000;

  private static final int BLOCK = TarHeader.BLOCK_BYTES;

  /// No path of a device is longer.
  private static final int LONG_NAME_AT_MOST_BYTES = 1 << 16;

  private final ByteSource tar;
  private final List<TarMember> members = new ArrayList<>();
  private Optional<MalformedException> fault = Optional.empty();
  private Optional<String> longName = Optional.empty();
  private PaxRecords records = new PaxRecords();
  private long next;

  private TarListing(ByteSource tar) {
    this.tar = tar;
  }

  /// Whether a file that begins so may be a tar.
  ///
  /// @param start its first 512 bytes
  public static boolean isTar(byte[] start) {
    return TarHeader.isHeader(start);
  }

  /// Reads every header.
  ///
  /// @param tar stays open, and the caller's to close
  /// @throws LimitHitException when there are more than [#ENTRIES_AT_MOST] members
  public static TarListing read(ByteSource tar) {
    var listing = new TarListing(tar);
    try {
      while (listing.readMember()) {
        if (listing.members.size() > ENTRIES_AT_MOST)
          throw new LimitHitException(Limit.ENTRIES, ENTRIES_AT_MOST);
      }
    } catch (MalformedException e) {
      listing.fault = Optional.of(e);
    }
    return listing;
  }

  /// False at the end.
  private boolean readMember() {
    if (next > tar.sizeBytes() - BLOCK) {
      throw new MalformedException(
          next, "the tar ends at %d, expected its end mark".formatted(tar.sizeBytes()));
    }
    byte[] block = bytes(next, BLOCK);
    if (TarHeader.isZero(block)) return false;
    var header = TarHeader.parse(block, next);
    long data = next + BLOCK;
    switch (header.type()) {
      case 'L' -> {
        byte[] name = small(data, header.sizeBytes());
        longName = Optional.of(MemberName.of(TarHeader.untilZero(name, 0, name.length)));
        next = behind(data, header.sizeBytes());
      }
      case 'x' -> {
        records = PaxRecords.parse(small(data, header.sizeBytes()), data);
        next = behind(data, header.sizeBytes());
      }
      // The long target of a link, and records for all members, which no file needs.
      case 'K', 'g' -> next = behind(data, header.sizeBytes());
      default -> addMember(header, data);
    }
    return true;
  }

  private void addMember(TarHeader header, long headerEnd) {
    long data = header.type() == 'S' ? behindMap(header, headerEnd) : headerEnd;
    String name = records.path().or(() -> longName).orElse(header.name());
    var type = type(header, name);
    boolean hasData = type == TarMember.Type.FILE || header.type() == 'S' || records.isSparse();
    long size = hasData ? records.sizeBytes().orElse(header.sizeBytes()) : 0;
    long there = Math.min(size, Math.max(0, tar.sizeBytes() - data));
    members.add(new TarMember(name, type, data, there, there < size));
    longName = Optional.empty();
    records = new PaxRecords();
    next = behind(data, size);
  }

  private TarMember.Type type(TarHeader header, String name) {
    if (records.isSparse()) return TarMember.Type.OTHER;
    return switch (header.type()) {
      case '0', '\0', '7' -> name.endsWith("/") ? TarMember.Type.FOLDER : TarMember.Type.FILE;
      case '1', '2' -> TarMember.Type.LINK;
      case '5' -> TarMember.Type.FOLDER;
      default -> TarMember.Type.OTHER;
    };
  }

  /// The map of the holes goes on in further blocks, each of which says whether one more follows.
  private long behindMap(TarHeader header, long headerEnd) {
    long data = headerEnd;
    boolean more = header.hasMoreMap();
    while (more) {
      more = bytes(data, BLOCK)[504] != 0;
      data += BLOCK;
    }
    return data;
  }

  /// Members begin at whole blocks.
  private long behind(long data, long size) {
    if (size > tar.sizeBytes() - data) {
      throw new MalformedException(
          data, "%d bytes wanted, the tar ends at %d".formatted(size, tar.sizeBytes()));
    }
    return data + (size + BLOCK - 1) / BLOCK * BLOCK;
  }

  private byte[] small(long offset, long size) {
    if (size > LONG_NAME_AT_MOST_BYTES) {
      throw new MalformedException(
          offset,
          "a name or records of %d bytes, expected at most %d"
              .formatted(size, LONG_NAME_AT_MOST_BYTES));
    }
    return bytes(offset, (int) size);
  }

  private byte[] bytes(long offset, int length) {
    byte[] bytes = new byte[length];
    tar.read(offset, bytes, 0, length);
    return bytes;
  }

  /// In the order of the tar.
  public List<TarMember> members() {
    return Collections.unmodifiableList(members);
  }

  /// The damage that ended the listing.
  public Optional<MalformedException> fault() {
    return fault;
  }

  /// The bytes of a file. Closing leaves the tar open.
  public ByteSource open(TarMember member) {
    Optional<MalformedException> cut =
        member.isCut()
            ? Optional.of(
                new MalformedException(member.sizeBytes(), "the tar is cut inside this member"))
            : Optional.empty();
    return new SliceSource(tar, member.offsetBytes(), member.sizeBytes(), cut);
  }
}
