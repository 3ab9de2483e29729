package org.testigo.cases;

import java.util.List;
import org.testigo.model.Device;
import org.testigo.model.Finding;

/// A finished examination. Holds no clock, no user and no path of this machine: equal input and
/// packs make equal cases.
///
/// @param inputs what was handed in
/// @param packs every pack that was asked for, also the refused ones
/// @param indicators how many different ones were loaded, over all packs
/// @param answers what each detection answered, in the order of their ids
/// @param findings strongest class first, then by id
public record Case(
    Tool tool,
    List<Input> inputs,
    Device device,
    Options options,
    List<PackEntry> packs,
    long indicators,
    Ledger ledger,
    List<Answer> answers,
    List<Finding> findings,
    Conclusion conclusion) {
  public Case {
    inputs = List.copyOf(inputs);
    packs = List.copyOf(packs);
    answers = List.copyOf(answers);
    findings = List.copyOf(findings);
  }

  /// The program that made the case.
  public record Tool(String name, String version) {}

  /// Something that was handed in.
  ///
  /// @param sha256 of a single file its digest; of a folder the digest of the text that `sha256sum`
  ///   prints for the hashed files, in the order of their names
  /// @param bytes of all files together
  public record Input(String name, String kind, String sha256, long bytes) {}
}
