package org.testigo.artifacts;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/// Every artifact that announces itself.
public final class Artifacts {
  private Artifacts() {}

  /// In the order of their ids.
  public static List<Artifact> all() {
    return ServiceLoader.load(Artifact.class, Artifacts.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(artifact -> artifact.spec().id()))
        .toList();
  }
}
