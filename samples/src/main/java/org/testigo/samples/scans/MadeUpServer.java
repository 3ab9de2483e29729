package org.testigo.samples.scans;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.testigo.samples.certificates.MadeUpCertificate;

/// What one address would answer to scanners.
///
/// @param answer to an HTTP request at port 80; empty where nothing listens
/// @param chain the certificates that it shows at port 443, the leaf first; empty where nothing
///   listens
/// @param names that point to it
/// @param ipIds of its replies to probes, in the order of time; empty where it was not probed
public record MadeUpServer(
    String address,
    String answer,
    List<MadeUpCertificate> chain,
    List<String> names,
    List<Integer> ipIds) {
  public MadeUpServer {
    chain = List.copyOf(chain);
    names = List.copyOf(names);
    ipIds = List.copyOf(ipIds);
  }

  /// A server of HTTP alone.
  public static MadeUpServer answering(String address, String answer) {
    return new MadeUpServer(address, answer, List.of(), List.of(), List.of());
  }

  /// A server of TLS alone.
  public static MadeUpServer showing(String address, MadeUpCertificate... chain) {
    return new MadeUpServer(address, "", List.of(chain), List.of(), List.of());
  }

  public MadeUpServer alsoAnswering(String other) {
    return new MadeUpServer(address, other, chain, names, ipIds);
  }

  public MadeUpServer alsoShowing(MadeUpCertificate... others) {
    return new MadeUpServer(address, answer, List.of(others), names, ipIds);
  }

  public MadeUpServer named(String... others) {
    return new MadeUpServer(address, answer, chain, List.of(others), ipIds);
  }

  public MadeUpServer replying(Integer... others) {
    return new MadeUpServer(address, answer, chain, names, List.of(others));
  }

  /// The bytes of the answer, one per character.
  public byte[] answerBytes() {
    return answer.getBytes(StandardCharsets.ISO_8859_1);
  }
}
