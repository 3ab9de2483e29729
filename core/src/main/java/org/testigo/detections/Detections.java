package org.testigo.detections;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/// Every detection that announces itself.
public final class Detections {
  private Detections() {}

  /// In the order of their ids.
  public static List<Detection> all() {
    return ServiceLoader.load(Detection.class, Detections.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(detection -> detection.spec().id()))
        .toList();
  }
}
