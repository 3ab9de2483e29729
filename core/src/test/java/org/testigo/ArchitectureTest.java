package org.testigo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The arrows of the house: data goes one way, and a folder never reaches back.
class ArchitectureTest {
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.testigo");

  /// What each folder may see besides itself; every folder may see the model.
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("model", Set.of()),
          Map.entry("formats", Set.of()),
          Map.entry("evidence", Set.of("formats")),
          Map.entry("artifacts", Set.of("formats", "evidence", "traffic")),
          Map.entry("traffic", Set.of("formats")),
          Map.entry("indicators", Set.of()),
          Map.entry("detections", Set.of("indicators")),
          Map.entry("cases", Set.of()),
          Map.entry(
              "examination",
              Set.of("formats", "evidence", "artifacts", "indicators", "detections", "cases")),
          Map.entry("scans", Set.of("formats")),
          Map.entry("scanning", Set.of("formats", "scans", "detections", "networks")),
          Map.entry("networks", Set.of()),
          Map.entry("infrastructure", Set.of("indicators", "networks")),
          Map.entry("exposure", Set.of("indicators", "networks")),
          Map.entry("reports", Set.of("cases", "exposure", "infrastructure", "networks")));

  @Test
  void everyFolderSeesOnlyWhatItsArrowsAllow() {
    ARROWS.forEach((folder, allowed) -> {
      var forbidden = new TreeSet<>(ARROWS.keySet());
      forbidden.removeAll(allowed);
      forbidden.remove(folder);
      forbidden.remove("model");
      if (folder.equals("model")) forbidden.addAll(allFoldersBut("model"));
      noClasses()
          .that()
          .resideInAPackage("org.testigo." + folder + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(packages(forbidden))
          .because("data goes one way: %s may see only %s and model".formatted(folder, allowed))
          .check(CORE);
    });
  }

  @Test
  void everyFolderHasArrows() {
    Set<String> folders =
        CORE.stream()
            .map(type -> type.getPackageName().split("\\.", -1))
            .filter(parts -> parts.length > 2)
            .map(parts -> parts[2])
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(folders).isEqualTo(new TreeSet<>(ARROWS.keySet()));
  }

  @Test
  void formatsHaveNoCycles() {
    slices().matching("org.testigo.formats.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void theModelHasNoInputAndOutputAndNoDependency() {
    classes()
        .that()
        .resideInAPackage("org.testigo.model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.testigo.model..", "java.lang..", "java.util..", "java.time..", "org.jspecify..")
        .because("the nouns depend on nothing")
        .check(CORE);
  }

  @Test
  void coreNeverTouchesNetworkOrConsole() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.net\\.(Socket|ServerSocket|DatagramSocket|URLConnection|InetAddress|URL|http\\..*)")
        .because("nothing here contacts anybody: no host is looked up and no page is fetched")
        .check(CORE);
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("the library has no console; the case is for findings")
        .check(CORE);
  }

  @Test
  void noSocketsBehindUrl() {
    noClasses().should().callMethod(java.net.URL.class, "openStream").check(CORE);
  }

  @Test
  void everyPathThatTheArchitectureNamesExists() throws IOException {
    var root = Path.of("..");
    var text = Files.readString(root.resolve("ARCHITECTURE.md"));
    List<String> paths =
        Pattern.compile("`([A-Za-z0-9_.-]+/[A-Za-z0-9_./-]+|[A-Z]+\\.md|testigo|mvnw|pom\\.xml)`")
            .matcher(text)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(paths).hasSizeGreaterThan(20);
    assertThat(paths).allSatisfy(path -> assertThat(root.resolve(path)).exists());
  }

  private static Set<String> allFoldersBut(String one) {
    return ARROWS.keySet().stream().filter(name -> !name.equals(one)).collect(Collectors.toSet());
  }

  private static String[] packages(Set<String> folders) {
    return Stream.of(folders.toArray(new String[0]))
        .map(folder -> "org.testigo." + folder + "..")
        .toArray(String[]::new);
  }
}
