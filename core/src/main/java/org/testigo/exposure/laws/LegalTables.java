package org.testigo.exposure.laws;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.testigo.model.Country;

/// The tables of companies, clubs and laws that come with the program.
public final class LegalTables {
  /// A host name has at most 127 labels (RFC 1035 section 2.3.4).
  private static final int MOST_LABELS = 127;

  private final Map<String, PublishedSource> sources = new LinkedHashMap<>();
  private final List<Company> companies;
  private final List<ProgramEntry> prism;
  private final List<Club> clubs;
  private final List<Law> laws;
  private final List<PublishedVolume> volumes;
  private final Map<String, Company> byDomain = new HashMap<>();
  private final Map<Long, Company> byNetwork = new HashMap<>();

  /// Read when they are first asked for.
  private static final class Bundled {
    private static final LegalTables TABLES = new LegalTables();
  }

  private LegalTables() {
    DataRows.of("sources.tsv").forEach(this::source);
    companies = DataRows.of("companies.tsv").stream().map(this::company).toList();
    prism = DataRows.of("prism.tsv").stream().map(this::entry).toList();
    clubs = DataRows.of("clubs.tsv").stream().map(this::club).toList();
    laws = DataRows.of("laws.tsv").stream().map(this::law).toList();
    volumes = DataRows.of("boundless-informant.tsv").stream().map(this::volume).toList();
    companies.forEach(this::index);
  }

  public static LegalTables bundled() {
    return Bundled.TABLES;
  }

  private void source(List<String> row) {
    var source =
        new PublishedSource(
            row.get(0), row.get(1), row.get(2), row.get(3), LocalDate.parse(row.get(4)));
    if (sources.put(source.id(), source) != null)
      throw new IllegalStateException("two sources " + source.id());
  }

  private Company company(List<String> row) {
    return new Company(
        row.get(0),
        row.get(1),
        DataRows.words(row.get(2)).stream().map(Country::new).toList(),
        DataRows.words(row.get(3)).stream().map(LegalTables::trait).collect(Collectors.toSet()),
        DataRows.words(row.get(4)),
        DataRows.words(row.get(5)).stream().map(Long::valueOf).toList(),
        sources(row.get(6)));
  }

  private static Company.Trait trait(String word) {
    return Company.Trait.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private ProgramEntry entry(List<String> row) {
    return new ProgramEntry(
        row.get(0), row.get(1), row.get(2), row.get(3).equals("differs"), sources(row.get(4)));
  }

  private Club club(List<String> row) {
    return new Club(row.get(0), countries(row.get(1)), sources(row.get(2)));
  }

  private Law law(List<String> row) {
    var reach = Law.Reach.valueOf(row.get(2).toUpperCase(Locale.ROOT));
    return new Law(row.get(0), countries(row.get(1)), reach, row.get(3), sources(row.get(4)));
  }

  private PublishedVolume volume(List<String> row) {
    return new PublishedVolume(
        new Country(row.get(0)), Long.parseLong(row.get(1)), sources(row.get(2)));
  }

  private static Set<Country> countries(String cell) {
    return DataRows.words(cell).stream().map(Country::new).collect(Collectors.toSet());
  }

  private List<PublishedSource> sources(String cell) {
    return DataRows.words(cell).stream()
        .map(id ->
            Optional.ofNullable(sources.get(id))
                .orElseThrow(() -> new IllegalStateException("no source " + id)))
        .toList();
  }

  private void index(Company company) {
    for (String domain : company.domains()) once(byDomain.put(domain, company), domain);
    for (Long network : company.networks())
      once(byNetwork.put(network, company), String.valueOf(network));
  }

  private static void once(@org.jspecify.annotations.Nullable Company before, String what) {
    if (before != null) throw new IllegalStateException(what + " is also of " + before.id());
  }

  public List<Company> companies() {
    return companies;
  }

  /// Whose a host name is, by whole labels: that of `example.org` is that of all below it.
  ///
  /// @param host in the form of `HostName`
  public Optional<Company> ownerOfName(String host) {
    int start = 0;
    for (int label = 0; label < MOST_LABELS && start >= 0; label++) {
      var company = byDomain.get(host.substring(start));
      if (company != null) return Optional.of(company);
      int dot = host.indexOf('.', start);
      start = dot < 0 ? -1 : dot + 1;
    }
    return Optional.empty();
  }

  public Optional<Company> ownerOfNetwork(long number) {
    return Optional.ofNullable(byNetwork.get(number));
  }

  /// Whose an app is, where its id begins with one of the company's domains, written backwards, as
  /// `com.example.` in `com.example.mail`. The id is chosen by who made the app; it is no proof.
  public Optional<Company> ownerOfApp(String id) {
    String[] labels = id.toLowerCase(Locale.ROOT).split("\\.", 4);
    for (int count = Math.min(3, labels.length); count >= 2; count--) {
      var domain = new StringBuilder(labels[count - 1]);
      for (int i = count - 2; i >= 0; i--) domain.append('.').append(labels[i]);
      var company = byDomain.get(domain.toString());
      if (company != null) return Optional.of(company);
    }
    return Optional.empty();
  }

  public Optional<Company> company(String id) {
    return companies.stream().filter(company -> company.id().equals(id)).findFirst();
  }

  /// What was published of the PRISM program, in the order of the slide.
  public List<ProgramEntry> prism() {
    return prism;
  }

  public List<ProgramEntry> prismOf(Company company) {
    return prism.stream().filter(entry -> entry.company().equals(company.id())).toList();
  }

  public List<Club> clubs() {
    return clubs;
  }

  public List<Club> clubsOf(Country country) {
    return clubs.stream().filter(club -> club.countries().contains(country)).toList();
  }

  public Optional<Club> club(String id) {
    return clubs.stream().filter(club -> club.id().equals(id)).findFirst();
  }

  public List<Law> laws() {
    return laws;
  }

  public List<Law> lawsOf(Country country) {
    return laws.stream().filter(law -> law.countries().contains(country)).toList();
  }

  /// What Boundless Informant showed, most records first.
  public List<PublishedVolume> boundlessInformant() {
    return volumes;
  }

  public List<PublishedSource> sources() {
    return List.copyOf(sources.values());
  }
}
