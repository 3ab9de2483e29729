package org.testigo.infrastructure;

/// Where an address stands and whose network it is in. The columns answer different questions and
/// are never mixed.
///
/// @param published ISO 3166-1 alpha-2, where the publisher of the data located it at the time;
///   empty where nobody did
/// @param country ISO 3166-1 alpha-2, where the machine probably is by the table of networks; empty
///   where not known
/// @param law ISO 3166-1 alpha-2, whose law binds the network; empty where not known
/// @param asn of the network; 0 where not known
/// @param network the name of the network as the data or the table writes it; empty where not known
public record Place(String published, String country, String law, long asn, String network) {
  public static final Place UNKNOWN = new Place("", "", "", 0, "");

  /// Where it was, as far as is known: what was published at the time goes before today's table.
  public String shownCountry() {
    return published.isEmpty() ? country : published;
  }
}
