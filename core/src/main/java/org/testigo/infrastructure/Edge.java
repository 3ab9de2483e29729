package org.testigo.infrastructure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.testigo.model.Text;
import org.testigo.model.scan.ScanSource;

/// A connection of the graph, with what it rests on. What two addresses share is a node of its own,
/// so that the graph grows with the sightings and not with their pairs.
///
/// @param from an address or a certificate, as it is named in outputs
/// @param to a certificate, a key, a decoy, a name or another address
public record Edge(String from, String to, Kind kind, Evidence evidence) {

  /// What connects.
  public enum Kind {
    /// The address showed the certificate as its own.
    LEAF(true),
    /// The address showed the certificate further up in its chain.
    ISSUER(true),
    /// The certificate holds the key.
    KEY(true),
    /// The address answered with the decoy.
    DECOY(false),
    /// Both addresses count their packets with one counter.
    COUNTER(false),
    /// The name pointed to the address.
    NAME(false);

    private final boolean joins;

    Kind(boolean joins) {
      this.joins = joins;
    }

    /// Whether it makes a cluster. A secret key is in one operator's hands; a decoy, a counter or a
    /// name may be shared by strangers, and is shown beside.
    public boolean joins() {
      return joins;
    }

    /// The word that stands in outputs.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What an edge rests on.
  ///
  /// @param sightings how many rows show it
  /// @param dataSets the parts of the data that show it, sorted
  /// @param examples the first and the last row that show it
  public record Evidence(
      Text because,
      long sightings,
      Optional<Period> seen,
      List<String> dataSets,
      List<ScanSource> examples) {
    public Evidence {
      dataSets = List.copyOf(dataSets);
      examples = List.copyOf(examples);
    }
  }
}
