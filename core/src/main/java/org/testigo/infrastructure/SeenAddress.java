package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testigo.infrastructure.Recognition.Basis;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.PublishedHit;
import org.testigo.model.scan.Sighting;

/// What was seen of an address, while it comes in.
final class SeenAddress {
  /// More replies tell no more of a counter.
  private static final int MAX_REPLIES = 256;

  private final IpAddress ip;
  private final SeenLink all = new SeenLink();
  private final TreeSet<Integer> ports = new TreeSet<>();
  private final Map<Rule, SeenLink> rules = new TreeMap<>();
  private final Map<Integer, SeenLink> leaves = new HashMap<>();
  private final Map<Integer, SeenLink> issuers = new HashMap<>();
  private final Map<String, SeenLink> answers = new TreeMap<>();
  private final Map<PageSign, SeenLink> pageSigns = new TreeMap<>();
  private final Map<String, SeenLink> names = new TreeMap<>();
  private final TreeMap<PublishedSign, SeenLink> publishedSigns = new TreeMap<>();
  private final List<ProbeReply> replies = new ArrayList<>(0);

  SeenAddress(IpAddress ip) {
    this.ip = ip;
  }

  /// A rule, or what stands for one, that recognised the address.
  record Rule(
      String fingerprint, String family, String generation, Basis basis, boolean isInValidity)
      implements Comparable<Rule> {
    @Override
    public int compareTo(Rule other) {
      int order = fingerprint.compareTo(other.fingerprint);
      if (order == 0) order = family.compareTo(other.family);
      if (order == 0) order = generation.compareTo(other.generation);
      if (order == 0) order = basis.compareTo(other.basis);
      return order != 0 ? order : Boolean.compare(other.isInValidity, isInValidity);
    }
  }

  /// A value that a page told, such as the country that it was generated for.
  record PageSign(String name, String value, String quoted) implements Comparable<PageSign> {
    @Override
    public int compareTo(PageSign other) {
      int order = name.compareTo(other.name);
      if (order == 0) order = value.compareTo(other.value);
      return order != 0 ? order : quoted.compareTo(other.quoted);
    }
  }

  /// What a publisher says of the address besides its fingerprints.
  record PublishedSign(String network, String country, String customer)
      implements Comparable<PublishedSign> {
    @Override
    public int compareTo(PublishedSign other) {
      int order = network.compareTo(other.network);
      if (order == 0) order = country.compareTo(other.country);
      return order != 0 ? order : customer.compareTo(other.customer);
    }
  }

  void note(Sighting sighting) {
    all.add(sighting);
    if (sighting.endpoint().port() > 0) ports.add(sighting.endpoint().port());
    if (!sighting.answerMd5().isEmpty())
      answers.computeIfAbsent(sighting.answerMd5(), md5 -> new SeenLink()).add(sighting);
  }

  SeenLink link(int certificate, boolean isLeaf) {
    return (isLeaf ? leaves : issuers).computeIfAbsent(certificate, index -> new SeenLink());
  }

  void hit(FingerprintHit hit, Sighting sighting) {
    var basis = hit.certificate().isPresent() ? Basis.CERTIFICATE : Basis.ANSWER;
    var rule = new Rule(hit.fingerprint(), hit.family(), hit.generation(), basis, hit.inValidity());
    rule(rule, sighting);
    hit.extracted()
        .forEach((name, value) ->
            pageSigns
                .computeIfAbsent(
                    new PageSign(name, value, Quotes.of(hit, value)), sign -> new SeenLink())
                .add(sighting));
  }

  void publishedAs(Sighting sighting) {
    String family = sighting.publishedAs();
    if (!sighting.chain().isEmpty())
      rule(new Rule(family, family, "", Basis.PUBLISHED_CERTIFICATE, true), sighting);
    if (!sighting.answerMd5().isEmpty())
      rule(new Rule(family, family, "", Basis.PUBLISHED_ANSWER, true), sighting);
  }

  void published(PublishedHit hit, Sighting sighting) {
    for (String fingerprint : hit.fingerprints()) {
      String generation = generation(fingerprint, hit.family());
      rule(new Rule(fingerprint, hit.family(), generation, Basis.PUBLISHED_ANSWER, true), sighting);
    }
    publishedSigns
        .computeIfAbsent(
            new PublishedSign(hit.network(), hit.country(), hit.customer()), sign -> new SeenLink())
        .add(sighting);
  }

  /// What stands behind the family in the name of a fingerprint.
  private static String generation(String fingerprint, String family) {
    boolean hasMore = fingerprint.startsWith(family) && fingerprint.length() > family.length() + 1;
    return hasMore ? fingerprint.substring(family.length() + 1) : "";
  }

  private void rule(Rule rule, Sighting sighting) {
    rules.computeIfAbsent(rule, key -> new SeenLink()).add(sighting);
  }

  void name(NameResolution name) {
    var link = names.computeIfAbsent(name.name(), key -> new SeenLink());
    link.add(name.first(), "", name.source());
    name.last().ifPresent(last -> link.add(Optional.of(last), "", name.source()));
  }

  void reply(ProbeReply reply) {
    if (replies.size() < MAX_REPLIES) replies.add(reply);
  }

  IpAddress ip() {
    return ip;
  }

  SeenLink all() {
    return all;
  }

  Collection<Integer> ports() {
    return ports;
  }

  Map<Rule, SeenLink> rules() {
    return rules;
  }

  /// By the number of the certificate, those that it showed as its own.
  Map<Integer, SeenLink> leaves() {
    return leaves;
  }

  /// By the number of the certificate, those further up in its chains.
  Map<Integer, SeenLink> issuers() {
    return issuers;
  }

  boolean hasCertificates() {
    return !leaves.isEmpty() || !issuers.isEmpty();
  }

  /// By the MD5 of the answer.
  Map<String, SeenLink> answers() {
    return answers;
  }

  Map<PageSign, SeenLink> pageSigns() {
    return pageSigns;
  }

  Map<String, SeenLink> names() {
    return names;
  }

  Map<PublishedSign, SeenLink> publishedSigns() {
    return publishedSigns;
  }

  List<ProbeReply> replies() {
    return replies;
  }
}
