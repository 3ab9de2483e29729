package org.testigo.scanning;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.testigo.model.Budget;
import org.testigo.model.scan.ScanTime;
import org.testigo.scans.ScanFormat;

/// A scan to be made.
///
/// @param at when the data was recorded, for files whose entries and names do not say
/// @param threads that look at lines, besides the one that reads
/// @param allowance what one document may cost; lines are bounded one by one
/// @param nanoClock the clock of the last guard, and of nothing else
public record ScanRequest(
    List<ScanInput> inputs,
    List<ScanFormat> formats,
    Rules rules,
    Optional<ScanTime> at,
    int threads,
    Budget.Allowance allowance,
    LongSupplier nanoClock) {
  public ScanRequest {
    inputs = List.copyOf(inputs);
    formats = List.copyOf(formats);
    if (threads < 1) throw new IllegalArgumentException(threads + " threads");
  }
}
