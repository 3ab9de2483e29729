package org.testigo.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// Only the update of packs may open a connection.
class PacksUpdateNetworkTest {
  private static final String NETWORK =
      "java\\.net\\.(http\\..*|URL|(Https?|Jar)?URLConnection|(Server|Datagram|Multicast)?Socket"
          + "|Inet.*Address|Proxy.*)|java\\.nio\\.channels\\..*(Socket|Datagram).*|javax\\.net\\..*";

  private static final JavaClasses APP =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.testigo.app");

  @Test
  void nothingButTheUpdateTouchesTheNetwork() {
    touching("(?!PacksUpdate).*").check(APP);
  }

  @Test
  void nothingButTheUpdateReadsYaml() {
    noClasses()
        .that()
        .haveNameNotMatching("org\\.testigo\\.app\\.PacksUpdateIndex.*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.snakeyaml..")
        .check(APP);
  }

  @Test
  void theRuleSeesWhatItShould() {
    assertThat(touching("PacksUpdate.*").evaluate(APP).hasViolation()).isTrue();
    assertThat(APP.stream().map(JavaClass::getSimpleName)).contains("Testigo", "PacksUpdate");
  }

  private static ArchRule touching(String names) {
    return noClasses()
        .that()
        .haveNameMatching("org\\.testigo\\.app\\." + names)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(NETWORK)
        .because("only `testigo packs update` contacts anybody, and only when it is typed");
  }
}
