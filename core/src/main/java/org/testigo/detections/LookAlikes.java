package org.testigo.detections;

import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.testigo.detections.Brands.Brand;

/// Tells host names that imitate a well-known name from that name's own.
///
/// A name imitates a brand when it is the brand with letters that look alike, with hyphens put in,
/// with one letter changed, beside other words, left of somebody else's domain, or under another
/// ending. Everyday words are brands only beside words such as "login" or "cuenta".
final class LookAlikes {
  /// Shorter names differ by one letter from too many others.
  private static final int MISSPELT_FROM_CHARS = 6;

  /// Longer names may differ by two letters.
  private static final int MISSPELT_TWICE_FROM_CHARS = 10;

  /// Shorter names stand by chance at the start or end of others.
  private static final int JOINED_FROM_CHARS = 5;

  /// Words that imitations put beside a name.
  private static final Set<String> COMPANIONS =
      Set.of(
          "login",
          "cuenta",
          "cuentas",
          "account",
          "accounts",
          "seguro",
          "segura",
          "seguridad",
          "secure",
          "security",
          "verifica",
          "verificar",
          "verify",
          "soporte",
          "support",
          "mensaje",
          "mensajes",
          "message",
          "messages",
          "sms",
          "movil",
          "mobile",
          "mx",
          "mexico",
          "online",
          "linea",
          "enlinea",
          "web",
          "app",
          "apps",
          "noticia",
          "noticias",
          "news",
          "info",
          "tv",
          "portal",
          "bank",
          "banco",
          "help",
          "ayuda",
          "update",
          "promo",
          "promos",
          "paquete",
          "paquetes",
          "envio",
          "envios",
          "my",
          "mi",
          "id",
          "pago",
          "pagos",
          "pay",
          "factura",
          "facturas",
          "cliente",
          "clientes",
          "alerta",
          "alertas",
          "aviso",
          "avisos",
          "video",
          "videos",
          "net",
          "com",
          "service",
          "servicio",
          "servicios",
          "rastreo",
          "tracking",
          "oficial",
          "digital",
          "es",
          "the");

  /// Letters of other scripts that are drawn like a Latin one, then digits that stand for letters.
  private static final Map<Character, Character> DRAWN_ALIKE =
      Map.ofEntries(
          Map.entry('\u0430', 'a'),
          Map.entry('\u0435', 'e'),
          Map.entry('\u043e', 'o'),
          Map.entry('\u0440', 'p'),
          Map.entry('\u0441', 'c'),
          Map.entry('\u0443', 'y'),
          Map.entry('\u0445', 'x'),
          Map.entry('\u0456', 'i'),
          Map.entry('\u0455', 's'),
          Map.entry('\u0458', 'j'),
          Map.entry('\u04cf', 'i'),
          Map.entry('\u0501', 'd'),
          Map.entry('\u051b', 'q'),
          Map.entry('\u051d', 'w'),
          Map.entry('\u03bf', 'o'),
          Map.entry('\u03b1', 'a'),
          Map.entry('\u03bd', 'v'),
          Map.entry('\u0131', 'i'),
          Map.entry('0', 'o'),
          Map.entry('1', 'i'),
          Map.entry('l', 'i'),
          Map.entry('3', 'e'),
          Map.entry('4', 'a'),
          Map.entry('5', 's'),
          Map.entry('7', 't'),
          Map.entry('8', 'b'));

  private static final Map<Brand, String> SKELETONS =
      Brands.listed().all().stream()
          .collect(Collectors.toMap(brand -> brand, brand -> drawn(brand.name())));

  private LookAlikes() {}

  /// How a name imitates, and what that adds to the score of a lure.
  enum Manner {
    DRAWN_ALIKE(4),
    HYPHENATED(4),
    MISSPELT(4),
    BESIDE_WORDS(4),
    LEFT_OF_ANOTHER(3),
    OTHER_ENDING(3);

    final int points;

    Manner(int points) {
      this.points = points;
    }
  }

  /// A host that imitates a brand.
  record LookAlike(Brand brand, Manner manner) {}

  /// @param host in the form of the matcher: lower case, punycode
  /// @param registrable the registrable domain of the host
  static Optional<LookAlike> of(String host, String registrable) {
    var name = Name.of(host, registrable);
    for (Brand brand : Brands.listed().all()) {
      var manner = manner(name, brand);
      if (manner.isPresent()) return manner.map(how -> new LookAlike(brand, how));
    }
    return Optional.empty();
  }

  /// A host name, taken apart.
  ///
  /// @param label the first label of the registrable domain, in Unicode
  /// @param skeleton the label with one letter for all that are drawn alike, without hyphens
  /// @param parts of the label, between hyphens
  /// @param left the parts of the labels left of the registrable domain
  private record Name(
      String label, String skeleton, List<String> parts, List<String> left, boolean isNational) {
    static Name of(String host, String registrable) {
      String label = IDN.toUnicode(registrable.substring(0, firstDot(registrable)));
      var left = new ArrayList<String>();
      int own = host.length() - registrable.length() - 1;
      if (own > 0)
        for (String above : host.substring(0, own).split("\\."))
          left.addAll(List.of(above.split("-")));
      boolean national = registrable.length() - registrable.lastIndexOf('.') == 3;
      return new Name(label, drawn(label), List.of(label.split("-")), left, national);
    }

    private static int firstDot(String registrable) {
      int dot = registrable.indexOf('.');
      return dot < 0 ? registrable.length() : dot;
    }
  }

  private static Optional<Manner> manner(Name name, Brand brand) {
    if (brand.isEverydayWord())
      return isBesideCompanions(name.parts(), brand.name())
          ? Optional.of(Manner.BESIDE_WORDS)
          : Optional.empty();
    if (name.label().equals(brand.name()))
      return name.isNational() ? Optional.empty() : Optional.of(Manner.OTHER_ENDING);
    if (name.skeleton().equals(SKELETONS.get(brand)))
      return Optional.of(
          name.label().replace("-", "").equals(brand.name())
              ? Manner.HYPHENATED
              : Manner.DRAWN_ALIKE);
    if (isBeside(name, brand.name())) return Optional.of(Manner.BESIDE_WORDS);
    if (isMisspelt(name, brand.name())) return Optional.of(Manner.MISSPELT);
    return name.left().contains(brand.name())
        ? Optional.of(Manner.LEFT_OF_ANOTHER)
        : Optional.empty();
  }

  private static boolean isBesideCompanions(List<String> parts, String brand) {
    return parts.size() > 1
        && parts.contains(brand)
        && parts.stream().allMatch(part -> part.equals(brand) || COMPANIONS.contains(part));
  }

  private static boolean isBeside(Name name, String brand) {
    if (name.parts().size() > 1 && name.parts().contains(brand)) return true;
    if (brand.length() < JOINED_FROM_CHARS) return false;
    String label = name.label().replace("-", "");
    if (label.startsWith(brand))
      return COMPANIONS.contains(withoutDigits(label.substring(brand.length())));
    return label.endsWith(brand)
        && COMPANIONS.contains(withoutDigits(label.substring(0, label.length() - brand.length())));
  }

  private static String withoutDigits(String text) {
    return text.replaceAll("[0-9]+", "");
  }

  private static boolean isMisspelt(Name name, String brand) {
    if (brand.length() < MISSPELT_FROM_CHARS) return false;
    int allowed = brand.length() < MISSPELT_TWICE_FROM_CHARS ? 1 : 2;
    for (String part : name.parts()) if (differsByAtMost(allowed, part, brand)) return true;
    return false;
  }

  /// Whether so many letters at most were added, left out, changed or swapped with their neighbour.
  static boolean differsByAtMost(int allowed, String a, String b) {
    if (Math.abs(a.length() - b.length()) > allowed) return false;
    int[] twoUp = new int[b.length() + 1];
    int[] up = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) up[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) row[j] = distance(a, b, i, j, row, up, twoUp);
      twoUp = up;
      up = row;
    }
    return up[b.length()] <= allowed;
  }

  private static int distance(String a, String b, int i, int j, int[] row, int[] up, int[] twoUp) {
    int changed = up[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(changed, Math.min(up[j], row[j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, twoUp[j - 2] + 1) : least;
  }

  private static String drawn(String label) {
    String plain = Normalizer.normalize(label, Normalizer.Form.NFD);
    var letters = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c != '-' && Character.getType(c) != Character.NON_SPACING_MARK)
        letters.append(DRAWN_ALIKE.getOrDefault(c, c).charValue());
    }
    return letters.toString().replace("rn", "m").replace("vv", "w");
  }
}
