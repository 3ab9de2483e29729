package org.testigo.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells kinds of evidence that have no reader yet from the names in them or from their first
/// bytes.
final class OtherKinds {
  /// What its name says, where one of the files or folders that were handed in has it.
  private record Name(OtherKind kind, Pattern pattern) {}

  /// How a file begins, one character for each byte.
  private record Start(OtherKind kind, String bytes) {}

  /// The first that holds decides.
  private static final List<Name> NAMES =
      List.of(
          name(OtherKind.ANDROIDQF, "(.*/)?acquisition\\.json"),
          name(OtherKind.SYSDIAGNOSE, "(.*/)?(sysdiagnose\\.log|system_logs\\.logarchive(/.*)?)"),
          name(OtherKind.SYSDIAGNOSE, "(.*/)?sysdiagnose_[0-9].*"),
          name(
              OtherKind.BUGREPORT,
              "(.*/)?(bugreport-[^/]*\\.txt|dumpstate[^/]*\\.txt|main_entry\\.txt)"),
          name(OtherKind.FILE_SYSTEM_DUMP, "([^/]*/)?private(/var(/.*)?)?"),
          name(OtherKind.FILE_SYSTEM_DUMP, "([^/]*/)?data/(data|app|system)(/.*)?"),
          name(OtherKind.WHATSAPP_BACKUP, "(.*/)?[^/]*\\.crypt[0-9]{1,2}"),
          name(
              OtherKind.ZEEK_LOGS, "(.*/)?(conn|dns|ssl|http|files|x509)(\\.[^/]*)?\\.log(\\.gz)?"),
          name(OtherKind.SYSDIAGNOSE, "(.*/)?(ps\\.txt|taskinfo\\.txt|spindump-nosymbols\\.txt)"));

  private static final List<Start> STARTS =
      List.of(
          start(OtherKind.ANDROID_BACKUP, "ANDROID BACKUP\n"),
          start(OtherKind.SQLITE_DATABASE, "SQLite format 3\0"),
          start(OtherKind.PROPERTY_LIST, "bplist"),
          start(OtherKind.ZEEK_LOGS, "#separator"),
          hex(OtherKind.PICTURE, "ffd8ff"),
          hex(OtherKind.PICTURE, "89504e470d0a1a0a"),
          start(OtherKind.PICTURE, "GIF8"),
          start(OtherKind.OTHER_ARCHIVE, "Rar!"),
          hex(OtherKind.OTHER_ARCHIVE, "377abcaf271c"),
          hex(OtherKind.OTHER_ARCHIVE, "fd377a585a00"),
          start(OtherKind.OTHER_ARCHIVE, "BZh"),
          hex(OtherKind.OTHER_ARCHIVE, "1f8b"),
          hex(OtherKind.OTHER_ARCHIVE, "28b52ffd"),
          hex(OtherKind.OTHER_ARCHIVE, "04224d18"));

  private static final Pattern PROPERTY_LIST = Pattern.compile("<!DOCTYPE plist|<plist");
  private static final Pattern STIX = Pattern.compile("\"type\"\\s*:\\s*\"bundle\"");
  private static final Pattern HEIC = Pattern.compile("(?s).{4}ftyp(heic|heix|mif1|msf1).*");
  private static final Pattern DUMPSTATE = Pattern.compile("== dumpstate:");

  private OtherKinds() {}

  private static Name name(OtherKind kind, String pattern) {
    return new Name(kind, Pattern.compile(pattern, Pattern.DOTALL));
  }

  private static Start start(OtherKind kind, String text) {
    return new Start(kind, text);
  }

  private static Start hex(OtherKind kind, String digits) {
    return new Start(
        kind, new String(HexFormat.of().parseHex(digits), StandardCharsets.ISO_8859_1));
  }

  /// What a folder or archive is, from the names in it.
  static Optional<OtherKind> ofNames(Collection<String> names) {
    return NAMES.stream()
        .filter(name -> names.stream().anyMatch(given -> name.pattern().matcher(given).matches()))
        .map(Name::kind)
        .findFirst();
  }

  /// What a file is, from its name and its first bytes.
  static Optional<OtherKind> ofStart(String name, byte[] start) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.matches("(?s).*\\.crypt[0-9]{1,2}")) return Optional.of(OtherKind.WHATSAPP_BACKUP);
    String text = new String(start, StandardCharsets.ISO_8859_1);
    return STARTS.stream()
        .filter(known -> text.startsWith(known.bytes()))
        .map(Start::kind)
        .findFirst()
        .or(() -> ofText(text));
  }

  private static Optional<OtherKind> ofText(String text) {
    if (PROPERTY_LIST.matcher(text).find()) return Optional.of(OtherKind.PROPERTY_LIST);
    if (STIX.matcher(text).find()) return Optional.of(OtherKind.INDICATORS);
    if (DUMPSTATE.matcher(text).find()) return Optional.of(OtherKind.BUGREPORT);
    return HEIC.matcher(text).matches() ? Optional.of(OtherKind.PICTURE) : Optional.empty();
  }
}
