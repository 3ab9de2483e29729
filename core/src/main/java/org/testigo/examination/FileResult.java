package org.testigo.examination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.testigo.evidence.EvidenceFile;
import org.testigo.model.LedgerState;
import org.testigo.model.Location;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;
import org.testigo.model.Unreadable.Reason;

/// What became of one file under one artifact.
final class FileResult {
  /// How many unreadables of one file are kept in full; the rest is counted.
  private static final int KEPT_UNREADABLES = 50;

  private final Plan.Step step;
  private final List<Unreadable> unreadables = new ArrayList<>();
  private final Set<String> layouts = new LinkedHashSet<>();
  private final Map<String, String> digests = new LinkedHashMap<>();
  private long observations;
  private long unreadableCount;
  private boolean limitHit;
  private boolean unsupported;

  FileResult(Plan.Step step) {
    this.step = step;
  }

  Plan.Step step() {
    return step;
  }

  long observations() {
    return observations;
  }

  long unreadableCount() {
    return unreadableCount;
  }

  List<Unreadable> unreadables() {
    return unreadables;
  }

  Set<String> layouts() {
    return layouts;
  }

  /// The digests of the files as handed in, by their names as handed in.
  Map<String, String> digests() {
    return digests;
  }

  void observed() {
    observations++;
  }

  void layout(String name) {
    layouts.add(name);
  }

  void digest(EvidenceFile file, String sha256) {
    digests.put(file.handedInAs(), sha256);
  }

  void unreadable(Unreadable unreadable) {
    unreadableCount++;
    if (unreadables.size() < KEPT_UNREADABLES) unreadables.add(unreadable);
    limitHit |= unreadable.reason() == Reason.LIMIT;
  }

  /// The reading ended here.
  void failed(Reason reason, Location location, String detail) {
    unsupported |= reason == Reason.UNSUPPORTED;
    var source = new Source(step.artifact().spec().id(), step.file().shownName(), location);
    unreadable(new Unreadable(source, reason, detail));
  }

  LedgerState state() {
    if (limitHit) return LedgerState.LIMIT_HIT;
    if (unreadableCount == 0) return LedgerState.READ;
    if (observations > 0) return LedgerState.PARTIAL;
    return unsupported ? LedgerState.NOT_SUPPORTED : LedgerState.UNREADABLE;
  }
}
