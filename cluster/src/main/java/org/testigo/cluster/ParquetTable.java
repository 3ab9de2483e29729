package org.testigo.cluster;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.io.IOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.testigo.model.IpAddress;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateBody;
import org.testigo.model.scan.CertificateId;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Endpoint;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.ScanSource;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ScanTime.Precision;
import org.testigo.model.scan.ServiceSighting;
import org.testigo.model.scan.ServiceSighting.Answer;
import org.testigo.model.scan.ServiceSighting.ImportedFingerprint;

/// Scan data as a table: a row for each service, or, where `ip` is null, for a certificate that
/// stands alone as the one element of `chain`. The columns are told in docs/how-to/cluster.md; any
/// may be missing, and others are not looked at.
final class ParquetTable {
  private static final String DER = "der";

  private static final StructType DIGESTS =
      new StructType()
          .add("sha256", StringType)
          .add("sha1", StringType)
          .add("md5", StringType)
          .add("pem_md5", StringType);

  private static final StructType POSITION = new StructType().add("position", IntegerType);

  private static final StructType IMPORTED =
      new StructType().add("kind", StringType).add("value", StringType);

  /// With the certificates themselves.
  static final StructType SCHEMA = schema(together(POSITION.add(DER, BinaryType), DIGESTS));

  /// With their digests only.
  static final StructType BY_DIGEST = schema(together(POSITION, DIGESTS));

  private static StructType together(StructType first, StructType second) {
    var all = first;
    for (StructField field : second.fields()) all = all.add(field);
    return all;
  }

  private static StructType schema(StructType certificate) {
    return new StructType()
        .add("ip", StringType)
        .add("port", IntegerType)
        .add("time", TimestampType)
        .add("time_precision", StringType)
        .add("protocol", StringType)
        .add("order_known", BooleanType)
        .add("answer", BinaryType)
        .add("chain", createArrayType(certificate))
        .add("imported", createArrayType(IMPORTED))
        .add("published_as", StringType)
        .add("data_set", StringType)
        .add("source_file", StringType)
        .add("source_entry", LongType);
  }

  private ParquetTable() {}

  /// The file with its format, or refused where it is no such table.
  static ClusterFile recognised(ClusterFile file, Configuration hadoop) {
    try (var reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file.path()), hadoop))) {
      var met =
          new ParquetToSparkSchemaConverter(new SQLConf())
              .convert(reader.getFileMetaData().getSchema());
      boolean hasBodies = hasBodies(met);
      return fault(met, hasBodies ? SCHEMA : BY_DIGEST)
          .map(why -> ClusterFile.refused(file.name(), why))
          .orElseGet(() -> file.as(new ParquetFormat(hasBodies).spec().id(), true));
    } catch (IOException | RuntimeException e) {
      // The reader of Parquet throws many kinds for a damaged file.
      return ClusterFile.refused(file.name(), "not readable as Parquet: " + e.getMessage());
    }
  }

  /// A table without certificates is like one that has them.
  private static boolean hasBodies(StructType met) {
    return !List.of(met.fieldNames()).contains("chain")
        || !(met.apply("chain").dataType() instanceof ArrayType chain)
        || !(chain.elementType() instanceof StructType certificate)
        || List.of(certificate.fieldNames()).contains(DER);
  }

  private static Optional<String> fault(StructType met, StructType known) {
    var names = List.of(met.fieldNames());
    if (!names.contains("ip") && !names.contains("chain"))
      return Optional.of("a table without the columns ip and chain, expected one of them");
    for (StructField expected : known.fields()) {
      if (!names.contains(expected.name())) continue;
      var type = met.apply(expected.name()).dataType();
      if (!DataType.equalsIgnoreNullability(type, expected.dataType()))
        return Optional.of(
            "the column %s is of type %s, expected %s"
                .formatted(
                    expected.name(), type.catalogString(), expected.dataType().catalogString()));
    }
    return Optional.empty();
  }

  /// The chain with the digests of its certificates only.
  static Column withoutBodies(Column chain) {
    var kept = together(POSITION, DIGESTS).fieldNames();
    return functions.transform(
        chain,
        certificate ->
            functions.struct(
                Arrays.stream(kept)
                    .map(name -> certificate.getField(name).as(name))
                    .toArray(Column[]::new)));
  }

  /// The record of a row.
  ///
  /// @param row with the columns of [#SCHEMA] in front
  /// @param file where it stands, unless it says so
  /// @throws MalformedException when the row contradicts itself
  static ScanRecord read(Row row, String file, long number) {
    var source =
        new ScanSource(
            row.isNullAt(11) ? file : row.getString(11),
            row.isNullAt(12) ? number : entry(row.getLong(12)));
    var chain = chain(row);
    if (row.isNullAt(0)) return body(chain, source);
    return new ServiceSighting(
        endpoint(row),
        time(row),
        answer(row),
        chain,
        imported(row),
        text(row, 9),
        text(row, 10),
        source);
  }

  private static long entry(long met) {
    if (met < 1) throw new MalformedException(-1, "source_entry " + met + ", expected 1 or more");
    return met;
  }

  private static CertificateBody body(List<CertificateLink> chain, ScanSource source) {
    if (chain.size() != 1 || chain.getFirst().der().isEmpty())
      throw new MalformedException(
          -1,
          "no ip and a chain of %d, expected one certificate with its der".formatted(chain.size()));
    var link = chain.getFirst();
    return new CertificateBody(link.id(), link.der().orElseThrow(), source);
  }

  private static Endpoint endpoint(Row row) {
    var ip =
        IpAddress.parse(row.getString(0))
            .orElseThrow(() ->
                new MalformedException(-1, "ip \"%s\", expected an address".formatted(row.get(0))));
    int port = row.isNullAt(1) ? 0 : row.getInt(1);
    if (port < 0 || port > 65_535)
      throw new MalformedException(-1, "port " + port + ", expected 0 to 65535");
    return new Endpoint(ip, port);
  }

  private static Optional<ScanTime> time(Row row) {
    if (row.isNullAt(2)) return Optional.empty();
    String precision = row.isNullAt(3) ? Precision.SECOND.name() : row.getString(3);
    for (Precision known : Precision.values())
      if (known.name().equalsIgnoreCase(precision))
        return Optional.of(new ScanTime(row.getTimestamp(2).toInstant(), known));
    throw new MalformedException(
        -1,
        "time_precision \"%s\", expected second, quarter_hour, day or month".formatted(precision));
  }

  private static Optional<Answer> answer(Row row) {
    if (row.isNullAt(6)) return Optional.empty();
    boolean isOrderKnown = row.isNullAt(5) || row.getBoolean(5);
    return Optional.of(new Answer(new Bytes(row.getAs(6)), text(row, 4), isOrderKnown));
  }

  private static List<CertificateLink> chain(Row row) {
    var chain = new ArrayList<CertificateLink>();
    if (row.isNullAt(7)) return chain;
    for (Row link : row.<Row>getList(7)) {
      int position = link.isNullAt(0) ? chain.size() + 1 : link.getInt(0);
      if (position < 1)
        throw new MalformedException(-1, "position " + position + ", expected 1 or more");
      Optional<Bytes> der =
          link.isNullAt(1) ? Optional.empty() : Optional.of(new Bytes(link.getAs(1)));
      chain.add(new CertificateLink(position, id(link, der), der));
    }
    return chain;
  }

  private static CertificateId id(Row link, Optional<Bytes> der) {
    String sha256 = text(link, 2);
    if (!der.isEmpty() && sha256.isEmpty()) sha256 = Digest.sha256(der.get().array());
    boolean isNamed = !(sha256 + text(link, 3) + text(link, 4) + text(link, 5)).isEmpty();
    if (!isNamed)
      throw new MalformedException(-1, "a certificate with neither der nor digest in the chain");
    return new CertificateId(sha256, text(link, 3), text(link, 4), text(link, 5));
  }

  private static List<ImportedFingerprint> imported(Row row) {
    if (row.isNullAt(8)) return List.of();
    return row.<Row>getList(8).stream()
        .map(each -> new ImportedFingerprint(text(each, 0), text(each, 1)))
        .toList();
  }

  private static String text(Row row, int column) {
    return row.isNullAt(column) ? "" : row.getString(column);
  }

  /// The row of a record; empty where the table has no place for it.
  static Optional<Row> row(ScanRecord met) {
    return switch (met) {
      case ServiceSighting service -> Optional.of(row(service));
      case CertificateBody body -> {
        var link = new CertificateLink(1, body.id(), Optional.of(body.der()));
        yield Optional.of(
            RowFactory.create(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                chain(List.of(link)),
                null,
                null,
                null,
                body.source().file(),
                body.source().entry()));
      }
      default -> Optional.empty();
    };
  }

  private static Row row(ServiceSighting service) {
    var answer = service.answer();
    return RowFactory.create(
        service.endpoint().address().toString(),
        service.endpoint().port(),
        service.at().map(time -> Timestamp.from(time.at())).orElse(null),
        service
            .at()
            .map(time -> time.precision().name().toLowerCase(java.util.Locale.ROOT))
            .orElse(null),
        answer.map(Answer::protocol).orElse(null),
        answer.map(Answer::orderKnown).orElse(null),
        answer.map(each -> each.raw().array()).orElse(null),
        chain(service.chain()),
        service.imported().stream()
            .map(each -> RowFactory.create(each.kind(), each.value()))
            .toArray(),
        named(service.publishedAs()),
        named(service.dataSet()),
        service.source().file(),
        service.source().entry());
  }

  private static Object[] chain(List<CertificateLink> chain) {
    return chain.stream()
        .map(link ->
            RowFactory.create(
                link.position(),
                link.der().map(Bytes::array).orElse(null),
                named(link.id().sha256()),
                named(link.id().sha1()),
                named(link.id().md5()),
                named(link.id().pemMd5())))
        .toArray();
  }

  private static @Nullable String named(String text) {
    return text.isEmpty() ? null : text;
  }
}
