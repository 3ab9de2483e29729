package org.testigo.infrastructure;

import java.util.List;
import java.util.Optional;
import org.testigo.model.IpAddress;

/// One address of the Internet that was recognised, or that a certificate ties to one that was.
///
/// @param host the id of its host
/// @param cluster the id of its cluster; empty where no evidence links it to anything
/// @param grade how well its recognition is founded; empty where only a certificate ties it
/// @param isActive on the atlas's day
/// @param ports that were seen, ascending; empty where the data says none
/// @param families of spyware that it was recognised as, sorted
/// @param recognitions by what it was recognised, by their name
/// @param claims what was published of the address itself
public record Address(
    IpAddress ip,
    String host,
    String cluster,
    AssignedRole role,
    Optional<GradedRecognition> grade,
    Optional<Period> seen,
    boolean isActive,
    long sightings,
    List<Integer> ports,
    List<String> families,
    List<Recognition> recognitions,
    Place place,
    List<Claim> claims) {
  public Address {
    ports = List.copyOf(ports);
    families = List.copyOf(families);
    recognitions = List.copyOf(recognitions);
    claims = List.copyOf(claims);
  }
}
