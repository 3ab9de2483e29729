package org.testigo.indicators.packs;

import com.google.auto.service.AutoService;
import org.testigo.model.Text;

/// Recognises what lies beside packs and is none, so that the reason for refusing it is the right
/// one.
@AutoService(PackFormat.class)
public final class NoPack implements PackFormat {
  @Override
  public String name() {
    return "no pack";
  }

  @Override
  public int order() {
    return 0;
  }

  @Override
  public boolean recognises(PackFile file) {
    return !reason(file).isEmpty();
  }

  @Override
  public void read(PackFile file, PackSink sink) {
    throw new PackRefusedException(Text.of(PackFormat.class, reason(file)));
  }

  private static String reason(PackFile file) {
    String name = file.lowerName();
    if (file.hasSuffix(".md", ".adoc", ".rst", ".pdf", ".html") || name.startsWith("license"))
      return "document";
    if (file.hasSuffix(".yar", ".yara")) return "yara";
    if (file.hasSuffix(".rules", ".snort")) return "network-rules";
    if (file.firstChar() == '<' && file.head().contains("STIX_Package")) return "stix-1";
    if (file.hasSuffix(".yaml", ".yml") && file.head().startsWith("indicators:")) return "index";
    return file.outerNames().contains("matching_attributes") ? "warninglist" : "";
  }
}
