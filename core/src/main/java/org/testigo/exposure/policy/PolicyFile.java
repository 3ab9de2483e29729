package org.testigo.exposure.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.testigo.exposure.laws.Club;
import org.testigo.exposure.laws.Company;
import org.testigo.exposure.laws.LegalTables;
import org.testigo.indicators.names.HostName;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.Country;

/// Reads rules from YAML. `docs/how-to/expose.md` explains the form; whatever is misspelt, unknown
/// or empty refuses the file, since a rule that nobody holds would look like one that was kept.
public final class PolicyFile {
  private static final int MOST_RULES = 1000;
  private static final String ALL = "all";

  private final LegalTables tables;

  private PolicyFile(LegalTables tables) {
    this.tables = tables;
  }

  /// @param tables whose clubs and companies rules may name
  public static Policy read(byte[] yaml, LegalTables tables) throws RefusedPolicyException {
    return new PolicyFile(tables).policy(PolicyNode.read(yaml));
  }

  private Policy policy(PolicyNode root) throws RefusedPolicyException {
    root.refuseOtherKeysThan(Set.of("policy", "title", "notice", "rules"));
    var rules = new ArrayList<Rule>();
    var ids = new HashSet<String>();
    for (PolicyNode node : root.at("rules").items()) {
      var rule = rule(node);
      if (!ids.add(rule.id())) throw PolicyNode.refused("twice", node.place(), rule.id());
      rules.add(rule);
      if (rules.size() > MOST_RULES) throw PolicyNode.refused("too-many", MOST_RULES);
    }
    return new Policy(
        root.at("policy").text(), root.textOrEmpty("title"), root.textOrEmpty("notice"), rules);
  }

  private Rule rule(PolicyNode node) throws RefusedPolicyException {
    node.refuseOtherKeysThan(Set.of("id", "why", "what", "allow", "deny"));
    var allow = terms(node.find("allow"));
    var deny = terms(node.find("deny"));
    if (allow.equals(Rule.Terms.NONE) && deny.equals(Rule.Terms.NONE))
      throw PolicyNode.refused("no-terms", node.place());
    return new Rule(
        node.at("id").text(), node.textOrEmpty("why"), subject(node.at("what")), allow, deny);
  }

  private Rule.Subject subject(PolicyNode what) throws RefusedPolicyException {
    if (what.value() instanceof String)
      return switch (what.text()) {
        case "connections" -> new Rule.Subject.Connections();
        case "accounts" -> new Rule.Subject.Accounts();
        case "identifiers" ->
            new Rule.Subject.Identifiers(EnumSet.allOf(ClearIdentifier.Kind.class));
        default -> throw PolicyNode.refused("unknown-subject", what.place(), what.text());
      };
    what.refuseOtherKeysThan(Set.of("identifiers", "domains", "apps"));
    var identifiers = what.find("identifiers");
    var domains = what.find("domains");
    var apps = what.find("apps");
    if (identifiers.isPresent() && domains.isEmpty() && apps.isEmpty())
      return new Rule.Subject.Identifiers(kinds(identifiers.get()));
    if (domains.isPresent() && identifiers.isEmpty() && apps.isEmpty())
      return new Rule.Subject.Domains(names(domains.get()));
    if (apps.isPresent() && identifiers.isEmpty() && domains.isEmpty())
      return new Rule.Subject.Apps(apps.get().texts());
    throw PolicyNode.refused("one-subject", what.place());
  }

  private static Set<ClearIdentifier.Kind> kinds(PolicyNode node) throws RefusedPolicyException {
    var kinds = EnumSet.noneOf(ClearIdentifier.Kind.class);
    for (PolicyNode item : node.items()) {
      if (item.text().equals(ALL)) return EnumSet.allOf(ClearIdentifier.Kind.class);
      kinds.add(kind(item));
    }
    return kinds;
  }

  private static ClearIdentifier.Kind kind(PolicyNode item) throws RefusedPolicyException {
    for (ClearIdentifier.Kind kind : ClearIdentifier.Kind.values())
      if (kind.word().equals(item.text())) return kind;
    var known =
        EnumSet.allOf(ClearIdentifier.Kind.class).stream()
            .map(ClearIdentifier.Kind::word)
            .collect(Collectors.joining(", "));
    throw PolicyNode.refused("unknown-kind", item.place(), item.text(), known);
  }

  private static List<String> names(PolicyNode node) throws RefusedPolicyException {
    var names = new ArrayList<String>();
    for (PolicyNode item : node.items()) {
      var name = HostName.normalise(item.text());
      if (name.isEmpty()) throw PolicyNode.refused("no-name", item.place(), item.text());
      names.add(name);
    }
    return names;
  }

  private Rule.Terms terms(Optional<PolicyNode> node) throws RefusedPolicyException {
    if (node.isEmpty()) return Rule.Terms.NONE;
    node.get().refuseOtherKeysThan(Set.of("countries", "laws", "companies"));
    return new Rule.Terms(
        countries(node.get().find("countries")),
        countries(node.get().find("laws")),
        companies(node.get().find("companies")));
  }

  /// Codes of countries, and clubs as `@five-eyes`.
  private Set<String> countries(Optional<PolicyNode> node) throws RefusedPolicyException {
    var codes = new TreeSet<String>();
    if (node.isEmpty()) return codes;
    for (PolicyNode item : node.get().items()) {
      if (item.text().startsWith("@")) codes.addAll(club(item));
      else
        codes.add(
            Country.of(item.text())
                .orElseThrow(() -> unknown("unknown-country", item.place(), item.value(), ""))
                .code());
    }
    return codes;
  }

  private static RefusedPolicyException unknown(
      String key, String place, Object value, String known) {
    return PolicyNode.refused(key, place, String.valueOf(value), known);
  }

  private List<String> club(PolicyNode item) throws RefusedPolicyException {
    var known = tables.clubs().stream().map(Club::id).collect(Collectors.joining(", "));
    return tables
        .club(item.text().substring(1))
        .orElseThrow(() -> unknown("unknown-club", item.place(), item.value(), known))
        .countries()
        .stream()
        .map(Country::code)
        .toList();
  }

  private Set<String> companies(Optional<PolicyNode> node) throws RefusedPolicyException {
    var ids = new TreeSet<String>();
    if (node.isEmpty()) return ids;
    var known = tables.companies().stream().map(Company::id).collect(Collectors.joining(", "));
    for (PolicyNode item : node.get().items())
      ids.add(
          tables
              .company(item.text())
              .orElseThrow(() -> unknown("unknown-company", item.place(), item.value(), known))
              .id());
    return ids;
  }
}
