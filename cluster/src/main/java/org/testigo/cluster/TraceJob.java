package org.testigo.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.testigo.cases.CaseFolder;
import org.testigo.reports.Inert;
import org.testigo.reports.Words;
import org.testigo.reports.atlas.AtlasFiles;
import org.testigo.reports.atlas.Making;

/// The job: `spark-submit --class org.testigo.cluster.TraceJob testigo-cluster.jar INPUT... --out
/// FOLDER`, or the same class in a virtual machine that has Spark on its class path.
///
/// It ends with 0 also where something was found: a cluster takes every other end for a failure.
public final class TraceJob {
  private static final int USAGE = 64;
  private static final int FAILED = 74;

  private final PrintStream out;
  private final Words words;

  private TraceJob(PrintStream out, Words words) {
    this.out = out;
    this.words = words;
  }

  /// @param arguments see docs/how-to/cluster.md
  public static void main(String[] arguments) throws InterruptedException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var job = new TraceJob(out, Words.in(Locale.getDefault()));
    int exitCode = job.run(List.of(arguments));
    if (exitCode != 0) System.exit(exitCode);
  }

  private int run(List<String> arguments) throws InterruptedException {
    Arguments parsed;
    try {
      parsed = Arguments.parse(arguments);
    } catch (Arguments.UsageException e) {
      say("usage", String.valueOf(e.getMessage()));
      return USAGE;
    }
    var session = session(parsed);
    try {
      if (parsed.toParquet().isPresent()) convert(session, parsed, parsed.toParquet().get());
      else trace(session, parsed);
      return 0;
    } catch (IOException | CaseFolder.RefusedException e) {
      say("failed", Inert.visible(String.valueOf(e.getMessage())));
      return FAILED;
    } finally {
      session.stop();
    }
  }

  /// `spark-submit` says where Spark runs; without it, it runs here.
  private static SparkSession session(Arguments arguments) {
    boolean isSubmitted = System.getProperty("spark.master") != null;
    int cores = Runtime.getRuntime().availableProcessors();
    return isSubmitted ? Sessions.submitted() : Sessions.embedded(arguments.master(), cores);
  }

  private void say(String key, Object... arguments) {
    out.println(words.say(TraceJob.class, key, arguments));
  }

  private void convert(SparkSession session, Arguments arguments, String folder)
      throws IOException {
    ClusterScan.of(session, arguments.inputs(), List.of(), Optional.empty())
        .writeParquet(folder, line -> out.println(Inert.visible(line)));
  }

  private void trace(SparkSession session, Arguments arguments)
      throws IOException, CaseFolder.RefusedException, InterruptedException {
    var folder = arguments.out().orElseThrow();
    var traced = new ClusterTrace(session, arguments, words, version()).trace(folder);
    var atlas = traced.atlas();
    say(
        atlas.addresses().isEmpty() ? "nothing" : "found",
        atlas.addresses().size(),
        atlas.hosts().size(),
        atlas.clusters().size(),
        traced.making().fingerprints());
    for (Making.Input input : traced.making().inputs()) input(input);
    traced.summary().wideTies().forEach((tie, count) -> say("wide-tie", Inert.visible(tie), count));
    for (String gap : traced.making().gaps()) out.println("  ! " + Inert.visible(gap));
    say("page-at", folder.resolve(AtlasFiles.PAGE).toString());
    arguments.tables().ifPresent(tables -> say("tables-at", tables));
  }

  private static String version() {
    var version = TraceJob.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private void input(Making.Input input) {
    if (input.refusal().isEmpty())
      say(
          "input",
          Inert.visible(input.name()),
          input.format(),
          input.read(),
          input.decoded(),
          input.refused());
    else say("input-refused", Inert.visible(input.name()), Inert.visible(input.refusal()));
  }
}
