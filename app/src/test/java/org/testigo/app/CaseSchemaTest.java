package org.testigo.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.samples.Damage;
import org.testigo.samples.MadeUpPack;
import org.testigo.samples.MadeUpPhone;
import org.testigo.samples.Variant;

/// What other programs rely on: the files of a case follow the schemas of the reference.
class CaseSchemaTest {
  @TempDir private static Path temp;

  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @BeforeAll
  static void examine() throws IOException {
    MadeUpPhone.writeTo(temp.resolve("phone"), Variant.IMPLANT);
    Damage.CUT_AT_25_PERCENT.applyTo(temp.resolve("phone"), "HomeDomain", "Library/TCC/TCC.db");
    MadeUpPack.writeTo(temp.resolve("pack.stix2"));
    Files.writeString(temp.resolve("empty.stix2"), "");
    Session.of(
        "examine",
        temp.resolve("phone").toString(),
        "--packs",
        temp.resolve("pack.stix2").toString(),
        "--packs",
        temp.resolve("empty.stix2").toString(),
        "--out",
        temp.resolve("case").toString());
  }

  @Test
  void theCaseFollowsItsSchema() throws IOException {
    assertThat(faults("case", Files.readString(temp.resolve("case/case.json")))).isEmpty();
  }

  @Test
  void everyFindingFollowsItsSchema() throws IOException {
    var lines = Session.lines(temp.resolve("case/findings.jsonl"));
    assertThat(lines)
        .hasSizeGreaterThan(3)
        .allSatisfy(line -> assertThat(faults("finding", line)).isEmpty());
  }

  @Test
  void everyEntryOfTheLedgerFollowsItsSchema() throws IOException {
    var lines = Session.lines(temp.resolve("case/ledger.jsonl"));
    assertThat(lines)
        .anyMatch(line -> line.contains("unreadables"))
        .allSatisfy(line -> assertThat(faults("ledger-entry", line)).isEmpty());
  }

  @Test
  void theSchemasRefuseWhatTheyShould() throws IOException {
    assertThat(faults("case", "{\"schemaVersion\":1,\"verdict\":\"clean\"}")).isNotEmpty();
    assertThat(faults("finding", "{\"class\":\"infected\"}")).isNotEmpty();
    assertThat(faults("ledger-entry", "{\"state\":\"fine\"}")).isNotEmpty();
  }

  private List<String> faults(String schema, String json) throws IOException {
    Schema compiled =
        schemas.getSchema(Files.readString(Path.of("../docs/reference", schema + ".schema.json")));
    return compiled.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
