package org.testigo.indicators.packs;

import com.google.auto.service.AutoService;
import java.util.regex.Pattern;
import org.testigo.indicators.Indicator;
import org.testigo.model.Text;

/// Reads the source form of the stalkerware indicators of Echap (`ioc.yaml`, `watchware.yaml`): a
/// list of products, each with a `name` and lists of `packages`, `ios_bundles`, `certificates`,
/// `websites`, `distribution` and, under `c2`, `domains` and `ips`.
///
/// Only this use of YAML is understood: one item on a line, plain texts. Lists under other headings
/// are named among what was refused.
///
/// Known from: <https://github.com/AssoEchap/stalkerware-indicators>.
@AutoService(PackFormat.class)
public final class StalkerwareYamlPack implements PackFormat {
  private static final Pattern PRODUCT = Pattern.compile("- name *: *(.*)");

  @Override
  public String name() {
    return "stalkerware YAML";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public boolean recognises(PackFile file) {
    return file.hasSuffix(".yaml", ".yml")
        && PRODUCT.matcher(file.head().stripLeading()).lookingAt();
  }

  @Override
  public void read(PackFile file, PackSink sink) {
    var products = new Products(sink);
    file.text().lines().forEach(products::take);
  }

  private static final class Products {
    private final PackSink sink;
    private String product = "";
    private String heading = "";

    Products(PackSink sink) {
      this.sink = sink;
    }

    private void take(String line) {
      String text = withoutComment(line).strip();
      var next = PRODUCT.matcher(text);
      if (next.matches()) product = plain(next.group(1));
      else if (text.endsWith(":")) head(text.substring(0, text.length() - 1));
      else if (text.startsWith("- ")) item(plain(text.substring(2)));
    }

    private void head(String name) {
      heading = name;
      boolean known =
          switch (name) {
            case "names", "c2" -> true;
            default -> !word(name).isEmpty();
          };
      if (!known) sink.refuse(product + ": " + name, Text.of(PackFormat.class, "column-unread"));
    }

    private static String word(String heading) {
      return switch (heading) {
        case "packages", "ios_bundles" -> "package";
        case "certificates" -> "certificate";
        case "websites", "distribution", "domains" -> "domain";
        case "ips", "ip" -> "ip";
        default -> "";
      };
    }

    private void item(String value) {
      String word = word(heading);
      if (word.isEmpty()) return;
      var type = ValueType.ofWord(word, value);
      if (type.isPresent()) sink.add(Indicator.of(type.get(), value, product));
      else sink.refuse(value, Text.of(PackFormat.class, "value-unknown"));
    }

    private static String withoutComment(String line) {
      int comment = line.indexOf(" #");
      return comment < 0 ? line : line.substring(0, comment);
    }

    private static String plain(String text) {
      String value = text.strip();
      boolean quoted =
          value.length() > 1
              && (value.startsWith("\"") && value.endsWith("\"")
                  || value.startsWith("'") && value.endsWith("'"));
      return quoted ? value.substring(1, value.length() - 1) : value;
    }
  }
}
