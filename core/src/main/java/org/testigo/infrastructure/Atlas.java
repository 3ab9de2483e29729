package org.testigo.infrastructure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The infrastructure that was found: every list in a fixed order, so that equal sightings give an
/// equal atlas.
///
/// @param asOf the day for which "active" is said: the one asked for, else the last day of the
///   data, else, where nothing has a time, 1970-01-01, on which nothing was active
/// @param seen from the first to the last sighting; empty where no sighting has a time
/// @param addresses by number, IPv4 first
/// @param hosts by their lowest address
/// @param clusters the largest first, then by the first sighting
/// @param looseEdges those of addresses that are in no cluster; none of them joins
/// @param certificates by their digest
/// @param countries those in which a server stands, by their code
/// @param suspicions signs of a proxy, by address
/// @param customers signs of whose customer a server belongs to, by address
/// @param claims every claim that was handed in, in the order of its file
/// @param reprovisions what appeared after a report, by its date
public record Atlas(
    LocalDate asOf,
    Optional<Period> seen,
    List<Address> addresses,
    List<Host> hosts,
    List<Cluster> clusters,
    List<Edge> looseEdges,
    List<Certificate> certificates,
    List<CountryView> countries,
    List<ProxySuspicion> suspicions,
    List<CustomerSign> customers,
    List<MatchedClaim> claims,
    List<Reprovision> reprovisions,
    Counts counts,
    NetworkSource networks) {
  public Atlas {
    addresses = List.copyOf(addresses);
    hosts = List.copyOf(hosts);
    clusters = List.copyOf(clusters);
    looseEdges = List.copyOf(looseEdges);
    certificates = List.copyOf(certificates);
    countries = List.copyOf(countries);
    suspicions = List.copyOf(suspicions);
    customers = List.copyOf(customers);
    claims = List.copyOf(claims);
    reprovisions = List.copyOf(reprovisions);
  }

  /// What the atlas was drawn from.
  ///
  /// @param sightings rows that showed or tied a server
  /// @param distinctSightings without those that repeat address, port, time, content and data set
  /// @param answerSightings those of them with an answer of HTTP or a banner
  /// @param distinctAnswerSightings the same without repetitions
  /// @param banners different answers
  /// @param notRecognised addresses that were left out: no fingerprint that names a family matched,
  ///   and no certificate ties them to one where it did
  public record Counts(
      long sightings,
      long distinctSightings,
      long answerSightings,
      long distinctAnswerSightings,
      long banners,
      long notRecognised) {}

  /// Where countries and networks are from.
  ///
  /// @param credit the table with its date and whom to name, on one line; empty where none was
  ///   asked
  /// @param date of the table: a country is that of this day, not that of the sighting
  /// @param isYounger whether the data ends more than a year before the table's date, so that
  ///   today's allocation must not be taken for that of then
  public record NetworkSource(String credit, Optional<LocalDate> date, boolean isYounger) {}
}
