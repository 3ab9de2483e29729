package org.testigo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.detections.fingerprints.FingerprintSet;
import org.testigo.model.Budget.Allowance;
import org.testigo.model.IpAddress;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.Sighting;
import org.testigo.samples.scans.MadeUpScan;
import org.testigo.scanning.FileCount;
import org.testigo.scanning.Rules;
import org.testigo.scanning.Scan;
import org.testigo.scanning.ScanInput;
import org.testigo.scanning.ScanRequest;
import org.testigo.scanning.ScanResults;
import org.testigo.scanning.ScanSummary;
import org.testigo.scans.ScanFormats;

/// Spark and the engine of one machine give the same.
class ClusterScanTest {
  private static final int PIECE_BYTES = 5_000;

  private static SparkSession session;

  @TempDir Path folder;
  private Path scans;

  @BeforeAll
  static void start() {
    session = Sessions.embedded("local[2]", 2);
    session.conf().set("spark.sql.files.maxPartitionBytes", PIECE_BYTES);
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  @BeforeEach
  void makeScans() throws IOException {
    scans = folder.resolve("two scans");
    MadeUpScan.writeTo(scans);
  }

  @Test
  void filesInPiecesGiveTheSameInTheSameOrder() throws Exception {
    var here = new Gathered();
    ScanSummary ofThisMachine = locally(scans, here);
    var there = new Gathered();
    ScanSummary ofCluster = onCluster(scans, there);
    assertThat(Files.size(scans.resolve("20130312_certs"))).isGreaterThan(10 * PIECE_BYTES);
    assertThat(here.sightings).hasSize(19);
    assertThat(there.sightings).isEqualTo(here.sightings);
    assertThat(there.names).isEqualTo(here.names).hasSize(2);
    assertThat(there.replies).isEqualTo(here.replies).hasSize(4);
    assertThat(there.unreadables).isEqualTo(here.unreadables).isEmpty();
    assertThat(ofCluster).isEqualTo(ofThisMachine);
    assertThat(there.atlas()).isEqualTo(here.atlas());
    assertThat(addresses(there)).containsAll(MadeUpScan.RECOGNISED).contains(MadeUpScan.TIED);
  }

  @ParameterizedTest
  @ValueSource(strings = {".gz", ".zst"})
  void compressedFilesGiveTheSame(String suffix) throws Exception {
    for (Path file : files()) pack(file, suffix);
    var here = new Gathered();
    var ofThisMachine = locally(scans, here);
    var there = new Gathered();
    assertThat(onCluster(scans, there)).isEqualTo(ofThisMachine);
    assertThat(there.sightings).isEqualTo(here.sightings).hasSize(19);
    assertThat(there.atlas()).isEqualTo(here.atlas());
  }

  @Test
  void tablesGiveTheSame() throws Exception {
    var here = new Gathered();
    locally(scans, here);
    var tables = folder.resolve("una tabla");
    var talk = new ArrayList<String>();
    scan(List.of(scans.toString())).writeParquet(tables.toString(), talk::add);
    assertThat(talk)
        .containsExactly(
            "two scans/pdns.ndjson: names and replies have no place in the table; hand it in as it is",
            "two scans/zmap.csv: names and replies have no place in the table; hand it in as it is",
            tables + "/services: 116 rows; 0 entries refused, 0 without a place in the table",
            tables + "/digests: 54 rows; 0 entries refused, 0 without a place in the table");
    var there = new Gathered();
    var rest = Files.createDirectories(folder.resolve("rest/two scans"));
    for (String name : List.of("pdns.ndjson", "zmap.csv"))
      Files.move(scans.resolve(name), rest.resolve(name));
    var summary = scan(List.of(tables.toString(), rest.toString())).run(there);
    assertThat(there.lines()).isEqualTo(here.lines());
    assertThat(there.unreadables).isEmpty();
    assertThat(there.atlas()).isEqualTo(here.atlas());
    assertThat(summary.files().stream().filter(file -> file.format().equals("testigo-parquet")))
        .hasSizeGreaterThan(1);
    assertThat(summary.total().read()).isEqualTo(170 + 42 + 85);
  }

  @Test
  void aBadLineInTheMiddleHasItsNumber() throws Exception {
    var file = scans.resolve("20130312-http.jsonl");
    var lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(40, "no JSON");
    Files.write(file, lines);
    var here = new Gathered();
    var ofThisMachine = locally(file, here);
    var there = new Gathered();
    assertThat(onCluster(file, there)).isEqualTo(ofThisMachine);
    assertThat(there.unreadables).isEqualTo(here.unreadables).hasSize(1);
    assertThat(there.unreadables)
        .extracting(fault -> fault.source().location().toString())
        .containsExactly("line 41");
    assertThat(there.sightings).isEqualTo(here.sightings);
  }

  @Test
  void certificatesThatAreMetAgainAreTheSameAsIfEachWereLookedAt() throws Exception {
    var lines = Files.readAllLines(scans.resolve("20130312_certs"));
    byte[] der = Base64.getDecoder().decode(lines.getFirst().split(",", -1)[1]);
    byte[] cut = Arrays.copyOf(der, der.length - 100);
    var digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(cut));
    var broken = digest + "," + Base64.getEncoder().encodeToString(cut);
    var again = new ArrayList<>(lines);
    again.add(broken);
    again.addAll(lines);
    again.add(broken);
    Files.write(scans.resolve("20130319_certs"), again);
    var here = new Gathered();
    var ofThisMachine = locally(scans, here);
    var there = new Gathered();
    assertThat(onCluster(scans, there)).isEqualTo(ofThisMachine);
    assertThat(there.sightings).isEqualTo(here.sightings);
    assertThat(there.certificates).containsExactlyInAnyOrderElementsOf(here.certificates);
    assertThat(there.unreadables).isEqualTo(here.unreadables);
    assertThat(there.unreadables)
        .extracting(fault -> fault.source().location().toString())
        .contains("line 56", "line 112");
  }

  @Test
  void lz4AndUnknownFilesAreRefusedWithReasons() throws Exception {
    pack(scans.resolve("20130312-http.jsonl"), ".lz4");
    Files.writeString(scans.resolve("notes.txt"), "notes\n");
    var there = new Gathered();
    var summary = onCluster(scans, there);
    assertThat(summary.files())
        .filteredOn(file -> file.refusal().isPresent())
        .extracting(FileCount::file, file -> file.refusal().orElseThrow().substring(0, 36))
        .containsExactly(
            tuple("two scans/20130312-http.jsonl.lz4", "LZ4: Spark reads no rows from such f"),
            tuple("two scans/notes.txt", "no known format of scan data begins "));
    assertThat(there.unreadables).extracting(Unreadable::detail).hasSize(2);
  }

  @Test
  void tablesOfOtherColumnsAreRefused() throws Exception {
    var other = folder.resolve("other");
    session.range(3).write().parquet(other.toString());
    var wrong = folder.resolve("wrong");
    session.sql("select 'x' as ip, 'eighty' as port").write().parquet(wrong.toString());
    var there = new Gathered();
    var summary = scan(List.of(other.toString(), wrong.toString())).run(there);
    assertThat(summary.files())
        .extracting(file -> file.refusal().orElse(""))
        .contains(
            "a table without the columns ip and chain, expected one of them",
            "the column port is of type string, expected int");
    assertThat(summary.files()).allSatisfy(file -> assertThat(file.refusal()).isPresent());
  }

  @Test
  void componentsAreTheClustersOfTheAtlas() throws Exception {
    var here = new Gathered();
    var tables = new FoundTables();
    locally(scans, here);
    onCluster(scans, tables);
    tables.write(session, folder.resolve("found").toString());
    var components = session.read().parquet(folder.resolve("found/components").toString());
    var byComponent = new TreeMap<String, TreeSet<String>>();
    components
        .collectAsList()
        .forEach(row -> {
          if (IpAddress.parse(row.getString(0)).isPresent())
            byComponent
                .computeIfAbsent(row.getString(1), key -> new TreeSet<>())
                .add(row.getString(0));
        });
    var hits = session.read().parquet(folder.resolve("found/hits").toString());
    assertThat(hits.select("ip").distinct().count()).isEqualTo(here.atlas().addresses().size());
    assertThat(byComponent.values())
        .containsExactlyInAnyOrderElementsOf(
            here.atlas().clusters().stream()
                .map(cluster ->
                    new TreeSet<>(cluster.addresses().stream().map(Object::toString).toList()))
                .toList());
  }

  private static List<String> addresses(Gathered gathered) {
    return gathered.sightings.stream()
        .map(Sighting::endpoint)
        .map(seen -> seen.address().toString())
        .toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(scans)) {
      return all.sorted().toList();
    }
  }

  private static void pack(Path file, String suffix) throws IOException {
    var packed = file.resolveSibling(file.getFileName() + suffix);
    try (OutputStream out = Files.newOutputStream(packed);
        OutputStream packing =
            switch (suffix) {
              case ".gz" -> new GZIPOutputStream(out);
              case ".zst" -> new ZstdOutputStream(out);
              default -> new LZ4FrameOutputStream(out);
            }) {
      Files.copy(file, packing);
    }
    Files.delete(file);
  }

  /// Under the names that the cluster gives them.
  private static List<ScanInput> inputs(Path input) throws IOException {
    var above = input.getParent();
    return ScanInput.of(input).stream()
        .map(each ->
            (ScanInput)
                new ScanInput.File(
                    Objects.requireNonNull(above).relativize(Path.of(each.name())).toString(),
                    Path.of(each.name())))
        .toList();
  }

  private static ScanSummary locally(Path input, Gathered into) throws Exception {
    var request =
        new ScanRequest(
            inputs(input),
            ScanFormats.all(),
            Rules.of(FingerprintSet.bundled()),
            Optional.empty(),
            2,
            Allowance.DEFAULT,
            () -> 0);
    return Scan.run(request, into);
  }

  private static ScanSummary onCluster(Path input, ScanResults into) throws Exception {
    return scan(List.of(input.toString())).run(into);
  }

  private static ClusterScan scan(List<String> inputs) throws IOException {
    return ClusterScan.of(session, inputs, List.of(), Optional.empty());
  }
}
