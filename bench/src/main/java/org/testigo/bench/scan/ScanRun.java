package org.testigo.bench.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.testigo.detections.fingerprints.FingerprintSet;
import org.testigo.model.Budget.Allowance;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.Literal;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.ServiceView;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.Subject;
import org.testigo.model.scan.X509Certificate;
import org.testigo.scanning.Rules;
import org.testigo.scanning.Scan;
import org.testigo.scanning.ScanInput;
import org.testigo.scanning.ScanRequest;
import org.testigo.scanning.ScanResults;
import org.testigo.scans.ScanFormats;

/// One scan in a virtual machine of its own: writes what was found, one line per hit.
public final class ScanRun implements ScanResults {
  private final TreeSet<String> found = new TreeSet<>();
  private long unreadable;

  private ScanRun() {}

  /// @param arguments the file for the result, `literal` or `everywhere`, folders of rules of one's
  ///   own behind `--rules`, then the inputs
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var all = new ArrayList<>(Arrays.asList(arguments));
    var result = Path.of(all.removeFirst());
    boolean isEverywhere = all.removeFirst().equals("everywhere");
    var own = new ArrayList<Path>();
    while (all.size() > 1 && all.getFirst().equals("--rules")) {
      all.removeFirst();
      own.add(Path.of(all.removeFirst()));
    }
    var rules = Rules.of(FingerprintSet.load(own));
    var inputs = new ArrayList<ScanInput>();
    for (String input : all) inputs.addAll(ScanInput.of(Path.of(input)));
    var run = new ScanRun();
    var request =
        new ScanRequest(
            inputs,
            ScanFormats.all(),
            isEverywhere ? new WithoutLiterals(rules) : rules,
            Optional.empty(),
            Runtime.getRuntime().availableProcessors(),
            Allowance.DEFAULT,
            System::nanoTime);
    var summary = Scan.run(request, run);
    Files.write(result, run.found);
    var total = summary.total();
    System.out.printf(
        "%d %d %d %d%n", total.read(), total.decoded(), total.refused(), run.unreadable);
  }

  /// The same rules, as if none had a literal: every entry is decoded and held against every rule.
  private record WithoutLiterals(Rules rules) implements Rules {
    @Override
    public List<Literal> literals() {
      return List.of();
    }

    @Override
    public boolean hasRuleWithoutLiteral(Subject subject) {
      return true;
    }

    @Override
    public List<FingerprintHit> match(ServiceView service, Consumer<String> troubles) {
      return rules.match(service, troubles);
    }
  }

  @Override
  public void sighting(Sighting sighting) {
    boolean isOurs =
        sighting.hits().stream()
            .anyMatch(
                hit -> hit.family().startsWith("finfisher") || hit.family().startsWith("hacking"));
    if (isOurs) found.add(sighting.source().entry() + " " + sighting.endpoint().address());
  }

  @Override
  public void certificate(X509Certificate certificate) {}

  @Override
  public void name(NameResolution name) {}

  @Override
  public void reply(ProbeReply reply) {}

  @Override
  public void unreadable(Unreadable fault) {
    unreadable++;
  }
}
