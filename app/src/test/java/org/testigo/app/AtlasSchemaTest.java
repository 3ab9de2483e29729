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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.samples.scans.MadeUpScan;

/// What other programs rely on: the files of an atlas follow the schemas of the reference.
class AtlasSchemaTest {
  @TempDir private static Path temp;

  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @BeforeAll
  static void trace() throws IOException {
    MadeUpScan.writeTo(temp.resolve("scans"));
    Files.writeString(temp.resolve("scans/note.txt"), "no scan data");
    Files.writeString(
        temp.resolve("claims.csv"),
        """
        subject,predicate,object,report,date,url
        192.0.2.12,role,endpoint,Made-up Report,2013-06-01,https://example.org/report
        192.0.2.12,forwards-to,192.0.2.20,Made-up Report,2013-06-01,
        AS64500,operator-country,Mexico,Another Report,,
        """);
    // As published: the places and customers come from the data.
    Files.writeString(
        temp.resolve("scans/ff.csv"),
        """
        IP,Provider,Geolocation,2.0,Customer Guess,Month First Seen
        192.0.2.200,Ministry of Examples,CA,Y,Malaysia,3/2013
        """);
    for (String redact : List.of("", "--redact"))
      Session.of(
          "trace",
          temp.resolve("scans").toString(),
          "--claims",
          temp.resolve("claims.csv").toString(),
          "--out",
          temp.resolve("atlas" + redact).toString(),
          redact.isEmpty() ? "--lang=es" : redact);
  }

  @ParameterizedTest
  @ValueSource(strings = {"atlas", "atlas--redact"})
  void theFilesFollowTheirSchemas(String folder) throws IOException {
    var atlas = temp.resolve(folder);
    var summary = Files.readString(atlas.resolve("summary.json"));
    assertThat(summary)
        .contains("\"proxy_suspicions\":[{")
        .contains("\"after_reports\":[{")
        .contains("\"gaps\":[\"");
    assertThat(faults("atlas-summary", summary)).isEmpty();
    var clusters = Files.readString(atlas.resolve("clusters.json"));
    assertThat(clusters).contains("\"chain\":[{").contains("\"claims\":[{");
    assertThat(faults("clusters", clusters)).isEmpty();
    assertThat(Session.lines(atlas.resolve("hits.jsonl")))
        .hasSizeGreaterThan(15)
        .allSatisfy(line -> assertThat(faults("hit", line)).isEmpty());
  }

  @Test
  void theSchemasRefuseWhatTheyShould() throws IOException {
    assertThat(faults("atlas-summary", "{\"schemaVersion\":1,\"addresses\":-1}")).isNotEmpty();
    assertThat(faults("clusters", "[{\"id\":\"1\"}]")).isNotEmpty();
    assertThat(faults("hit", "{\"ip\":\"example.org\",\"grade\":\"sure\"}")).isNotEmpty();
  }

  private List<String> faults(String schema, String json) throws IOException {
    Schema compiled =
        schemas.getSchema(Files.readString(Path.of("../docs/reference", schema + ".schema.json")));
    return compiled.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
