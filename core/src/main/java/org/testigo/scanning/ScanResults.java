package org.testigo.scanning;

import org.testigo.model.Unreadable;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.X509Certificate;

/// Takes what a scan gives, always from one thread and in the same order for the same input: file
/// by file in the order of their names, line by line; then what a second look tied to that.
public interface ScanResults {

  /// A server that a fingerprint recognised, that was published as found, or, without hits, that is
  /// tied to such a one by a certificate, a key or its address.
  void sighting(Sighting sighting);

  /// A certificate of a sighting, taken apart; given for every sighting anew.
  void certificate(X509Certificate certificate);

  /// A name of an address that was sighted.
  void name(NameResolution name);

  /// A reply of an address that was sighted.
  void reply(ProbeReply reply);

  /// What could not be read; never ends the scan.
  void unreadable(Unreadable unreadable);
}
