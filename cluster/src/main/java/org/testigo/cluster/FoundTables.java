package org.testigo.cluster;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.X509Certificate;
import org.testigo.scanning.ScanResults;

/// What was found, as tables: `hits`, `edges`, `components`, `unreadable`.
public final class FoundTables implements ScanResults {
  private static final StructType EVIDENCE =
      new StructType().add("of", StringType).add("offset", IntegerType).add("bytes", BinaryType);

  private static final StructType HITS =
      new StructType()
          .add("ip", StringType)
          .add("port", IntegerType)
          .add("time", TimestampType)
          .add("fingerprint", StringType)
          .add("family", StringType)
          .add("generation", StringType)
          .add("certificate", StringType)
          .add("evidence", createArrayType(EVIDENCE))
          .add("leaf", StringType)
          .add("answer_md5", StringType)
          .add("published_as", StringType)
          .add("data_set", StringType)
          .add("source_file", StringType)
          .add("source_entry", LongType);

  private static final StructType EDGES =
      new StructType().add("from", StringType).add("to", StringType).add("kind", StringType);

  private static final StructType COMPONENTS =
      new StructType().add("node", StringType).add("component", StringType);

  private static final StructType UNREADABLE =
      new StructType()
          .add("file", StringType)
          .add("location", StringType)
          .add("reason", StringType)
          .add("detail", StringType);

  private final List<Row> hits = new ArrayList<>();
  private final Set<JoiningEdge> edges = new LinkedHashSet<>();
  private final List<Row> unreadable = new ArrayList<>();

  @Override
  public void sighting(Sighting sighting) {
    edges.addAll(JoiningEdge.of(sighting));
    if (sighting.hits().isEmpty()) hits.add(row(sighting, "", "", "", "", List.of()));
    for (FingerprintHit hit : sighting.hits())
      hits.add(
          row(
              sighting,
              hit.fingerprint(),
              hit.family(),
              hit.generation(),
              hit.certificate().map(id -> id.shown()).orElse(""),
              hit.evidence()));
  }

  private static Row row(
      Sighting sighting,
      String fingerprint,
      String family,
      String generation,
      String certificate,
      List<FingerprintHit.Excerpt> evidence) {
    return RowFactory.create(
        sighting.endpoint().address().toString(),
        sighting.endpoint().port(),
        sighting.at().map(time -> Timestamp.from(time.at())).orElse(null),
        fingerprint,
        family,
        generation,
        certificate,
        evidence.stream()
            .map(each -> RowFactory.create(each.of(), each.offsetBytes(), each.bytes().array()))
            .toArray(),
        sighting.chain().isEmpty() ? "" : sighting.chain().getFirst().id().shown(),
        sighting.answerMd5(),
        sighting.publishedAs(),
        sighting.dataSet(),
        sighting.source().file(),
        sighting.source().entry());
  }

  @Override
  public void certificate(X509Certificate certificate) {
    edges.addAll(JoiningEdge.of(certificate));
  }

  @Override
  public void name(NameResolution name) {}

  @Override
  public void reply(ProbeReply reply) {}

  @Override
  public void unreadable(Unreadable fault) {
    var source = fault.source();
    unreadable.add(
        RowFactory.create(
            source.file(), source.location().toString(), fault.reason().name(), fault.detail()));
  }

  /// What joins addresses, certificates and keys.
  public Collection<JoiningEdge> edges() {
    return edges;
  }

  /// Writes all tables into folders of a folder that is in any file system that Hadoop knows.
  public void write(SparkSession session, String folder) {
    var spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    var joining = spark.parallelize(List.copyOf(edges));
    var rows = joining.map(edge -> RowFactory.create(edge.from(), edge.to(), edge.kind()));
    var components =
        Components.of(joining, spark.defaultParallelism())
            .nodes()
            .map(node -> RowFactory.create(node._1(), node._2()));
    write(session.createDataFrame(hits, HITS), folder + "/hits");
    write(session.createDataFrame(rows, EDGES), folder + "/edges");
    write(session.createDataFrame(components, COMPONENTS), folder + "/components");
    write(session.createDataFrame(unreadable, UNREADABLE), folder + "/unreadable");
  }

  private static void write(Dataset<Row> table, String folder) {
    table.write().option("compression", "zstd").parquet(folder);
  }
}
