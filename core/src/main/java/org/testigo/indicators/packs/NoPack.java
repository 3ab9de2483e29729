package org.testigo.indicators.packs;

import com.google.auto.service.AutoService;
import org.testigo.model.Text;

/// Recognises what lies beside packs and is none, so that the reason for refusing it is the right
/// one.
@AutoService(PackFormat.class)
public final class NoPack implements PackFormat {
  /// It is a pack, only one that is not read.
  private static final String STIX_1 = "stix-1";

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
    String reason = reason(file);
    throw new PackRefusedException(Text.of(PackFormat.class, reason), !reason.equals(STIX_1));
  }

  private static String reason(PackFile file) {
    String name = file.lowerName();
    if (file.hasSuffix(".md", ".adoc", ".rst", ".pdf", ".html") || name.startsWith("license"))
      return "document";
    if (file.hasSuffix(".yar", ".yara")) return "yara";
    if (file.hasSuffix(".rules", ".snort")) return "network-rules";
    if (file.firstChar() == '<' && file.head().contains("STIX_Package")) return STIX_1;
    if (file.hasSuffix(".yaml", ".yml") && file.head().startsWith("indicators:")) return "index";
    return file.outerNames().contains("matching_attributes") ? "warninglist" : "";
  }
}
