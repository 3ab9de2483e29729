package org.testigo.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testigo.indicators.names.HostName;

/// Makes `PublicSuffixList.txt` out of the published Public Suffix List: the rules alone, in ASCII,
/// sorted.
///
/// Usage: `PublicSuffixData public_suffix_list.dat <revision> PublicSuffixList.txt`
public final class PublicSuffixData {
  private PublicSuffixData() {}

  public static void main(String[] arguments) throws IOException {
    var rules = new ArrayList<String>();
    for (String line : Files.readAllLines(Path.of(arguments[0])))
      if (!line.isBlank() && !line.startsWith("//")) rules.add(ascii(line.strip()));
    var lines = new ArrayList<>(heading(arguments[1]));
    rules.stream().sorted().distinct().forEach(lines::add);
    Files.writeString(Path.of(arguments[2]), String.join("\n", lines) + "\n");
  }

  private static List<String> heading(String revision) {
    return List.of(
        "// Public Suffix List, https://publicsuffix.org/list/, revision " + revision,
        "// Its rules alone, without comments, in ASCII and sorted.",
        "// This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.",
        "// If a copy of the MPL was not distributed with this file, you can obtain one at",
        "// https://mozilla.org/MPL/2.0/.");
  }

  private static String ascii(String rule) {
    if (rule.startsWith("!")) return "!" + HostName.normalise(rule.substring(1));
    return rule.startsWith("*.")
        ? "*." + HostName.normalise(rule.substring(2))
        : HostName.normalise(rule);
  }
}
