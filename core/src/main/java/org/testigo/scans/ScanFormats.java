package org.testigo.scans;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/// Every scan format that announces itself.
public final class ScanFormats {
  private ScanFormats() {}

  /// In the order of their ids.
  public static List<ScanFormat> all() {
    return ServiceLoader.load(ScanFormat.class, ScanFormats.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(format -> format.spec().id()))
        .toList();
  }
}
