package org.testigo.indicators.packs;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import org.testigo.indicators.Indicator;
import org.testigo.model.Text;

/// Reads plain lists: one value on a line, `#` before comments. The lines of a `hosts` file
/// (`0.0.0.0 name`) are names.
///
/// What the values are is told by the file's name (`domains.txt`, `processes.txt`,
/// `sha256.txt`...), and where it tells nothing by each value. A text counts as such a list only
/// when nine of ten of its first lines are values.
@AutoService(PackFormat.class)
public final class ListPack implements PackFormat {
  private static final int LOOKED_AT = 200;

  /// Words in a file's name and the type that they mean; the first that fits counts.
  private static final List<List<String>> NAMES =
      List.of(
          List.of("domain", ValueType.DOMAIN),
          List.of("hosts", ValueType.DOMAIN),
          List.of("blocklist", ValueType.DOMAIN),
          List.of("email", ValueType.EMAIL),
          List.of("process", ValueType.PROCESS),
          List.of("file_path", ValueType.FILE_PATH),
          List.of("filepath", ValueType.FILE_PATH),
          List.of("profile", ValueType.PROFILE),
          List.of("files", ValueType.FILE_NAME),
          List.of("package", ValueType.APP),
          List.of("app_id", ValueType.APP),
          List.of("bundle", ValueType.APP),
          List.of("certificate", ValueType.CERTIFICATE),
          List.of("url", ValueType.URL),
          List.of("propert", "android-property:name"));

  @Override
  public String name() {
    return "list";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public boolean recognises(PackFile file) {
    if (JsonPack.looksLikeJson(file) || file.firstChar() == '<') return false;
    var type = typeOf(file);
    var lines = file.head().lines().map(ListPack::value).filter(line -> !line.isEmpty());
    var first = lines.limit(LOOKED_AT).toList();
    // The head may end within a line.
    var whole = first.size() > 1 ? first.subList(0, first.size() - 1) : first;
    long values = whole.stream().filter(line -> isValue(type, line)).count();
    return values > 0 && values * 10 >= whole.size() * 9L;
  }

  @Override
  public void read(PackFile file, PackSink sink) {
    var named = typeOf(file);
    file.text()
        .lines()
        .map(ListPack::value)
        .filter(line -> !line.isEmpty())
        .forEach(line -> {
          var type = isValue(named, line) ? typeOf(named, line) : Optional.<String>empty();
          if (type.isPresent()) sink.add(Indicator.of(type.get(), line, ""));
          else sink.refuse(line, Text.of(PackFormat.class, "value-unknown"));
        });
  }

  private static Optional<String> typeOf(PackFile file) {
    String name = file.lowerName();
    return NAMES.stream()
        .filter(pair -> name.contains(pair.get(0)))
        .findFirst()
        .map(pair -> pair.get(1));
  }

  /// An address among names is an address, whatever the file is called.
  private static Optional<String> typeOf(Optional<String> named, String line) {
    if (named.isEmpty()) return ValueType.ofValue(line);
    return named.get().equals(ValueType.DOMAIN) ? ValueType.ofWord("domain", line) : named;
  }

  private static boolean isValue(Optional<String> named, String line) {
    String type = named.orElse("");
    boolean free =
        type.equals(ValueType.PROCESS)
            || type.equals(ValueType.FILE_NAME)
            || type.equals("android-property:name");
    if (free) return line.length() < 256;
    if (type.equals(ValueType.FILE_PATH)) return line.indexOf('/') >= 0;
    if (type.equals(ValueType.EMAIL)) return line.indexOf('@') > 0;
    if (type.equals(ValueType.DOMAIN) && ValueType.isLabel(line)) return true;
    return ValueType.ofValue(line).isPresent();
  }

  /// The line without comment; of a `hosts` file the name.
  private static String value(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#") || text.startsWith("//") || text.startsWith(";"))
      return "";
    int comment = text.indexOf(" #");
    if (comment > 0) text = text.substring(0, comment).strip();
    for (String nowhere : new String[] {"0.0.0.0", "127.0.0.1", "::1"})
      if (text.startsWith(nowhere + " ") || text.startsWith(nowhere + "\t"))
        text = text.substring(nowhere.length()).strip();
    return Defanged.restore(text);
  }
}
