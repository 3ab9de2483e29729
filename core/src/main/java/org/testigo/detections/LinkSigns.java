package org.testigo.detections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testigo.detections.LookAlikes.LookAlike;
import org.testigo.detections.LureScore.Point;
import org.testigo.indicators.PublicSuffixList;

/// What speaks against a link by its address alone.
///
/// What was found of a host is kept for the next message, for up to [#HOSTS_KEPT] hosts; then it is
/// worked out anew, which changes the cost only.
final class LinkSigns {
  private static final int HOSTS_KEPT = 20_000;

  private static final Set<String> SHORTENERS = new HashSet<>(DataLines.ofLures("shorteners.txt"));

  /// Endings that cost little or nothing and that few people meet in daily life.
  private static final Set<String> ODD_ENDINGS =
      Set.of(
          "xyz", "top", "club", "online", "site", "website", "click", "link", "icu", "live", "buzz",
          "tk", "ml", "ga", "cf", "gq", "cc", "pw", "mobi", "biz", "win", "bid", "loan", "work",
          "rest", "cyou", "sbs", "cfd", "space", "fun", "life", "world", "info", "su", "ws", "bond",
          "shop", "monster", "quest", "rocks", "today", "vip");

  /// Paths of short links and of links made for one person: few characters, without words.
  private static final int SHORT_PATH_CHARS = 12;

  /// So many hyphens in a path make the headline of an article.
  private static final int HEADLINE_HYPHENS = 3;

  private final Map<String, Host> hosts = new HashMap<>();

  /// A host, judged.
  ///
  /// @param domain its registrable domain, or the host itself where it has none
  /// @param isKnown whether people send each other links to it every day, so that it is no sign
  record Host(
      String domain,
      boolean isKnown,
      boolean isShortener,
      Optional<LookAlike> lookAlike,
      List<Point> points) {
    Host {
      points = List.copyOf(points);
    }
  }

  Host host(MessageLinks.Link link) {
    var host = hosts.get(link.address().host());
    if (host != null) return host;
    if (hosts.size() >= HOSTS_KEPT) hosts.clear();
    var judged = judged(link.address().host(), link);
    hosts.put(link.address().host(), judged);
    return judged;
  }

  /// What the path and the scheme add.
  List<Point> pointsOfAddress(MessageLinks.Link link, Host host) {
    var points = new ArrayList<Point>();
    if (!link.isEncrypted()) points.add(new Point("http", 1));
    if (!host.isShortener()) pathPoint(link.address().rest()).ifPresent(points::add);
    return points;
  }

  private static Host judged(String host, MessageLinks.Link link) {
    var domain = PublicSuffixList.registrableDomain(host);
    if (Brands.listed().isKnown(host))
      return new Host(domain.orElse(host), true, false, Optional.empty(), List.of());
    if (link.address().address().isPresent() || domain.isEmpty())
      return new Host(host, false, false, Optional.empty(), List.of(new Point("number", 3, host)));
    return named(host, domain.get());
  }

  private static Host named(String host, String domain) {
    if (SHORTENERS.contains(domain))
      return new Host(
          domain, false, true, Optional.empty(), List.of(new Point("shortener", 2, domain)));
    var lookAlike = LookAlikes.of(host, domain);
    var points = new ArrayList<Point>();
    lookAlike.ifPresent(like -> points.add(point(like, host)));
    points.add(new Point("unknown", 1, domain));
    String ending = domain.substring(domain.lastIndexOf('.') + 1);
    if (ODD_ENDINGS.contains(ending)) points.add(new Point("ending", 1, "." + ending));
    if (lookAlike.isEmpty() && hasDigitOrHyphens(domain))
      points.add(new Point("digits", 1, domain));
    return new Host(domain, false, false, lookAlike, points);
  }

  private static Point point(LookAlike like, String host) {
    String key =
        switch (like.manner()) {
          case DRAWN_ALIKE -> "drawn";
          case HYPHENATED -> "hyphens";
          case MISSPELT -> "misspelt";
          case BESIDE_WORDS -> "beside";
          case LEFT_OF_ANOTHER -> "left";
          case OTHER_ENDING -> "other-ending";
        };
    return new Point(key, like.manner().points, host, like.brand().name());
  }

  private static boolean hasDigitOrHyphens(String domain) {
    String label = domain.substring(0, domain.indexOf('.'));
    return label.chars().anyMatch(c -> c >= '0' && c <= '9')
        || label.indexOf('-') != label.lastIndexOf('-');
  }

  private static Optional<Point> pathPoint(String rest) {
    if (rest.chars().filter(c -> c == '-').count() >= HEADLINE_HYPHENS)
      return Optional.of(new Point("headline", -1));
    boolean isShort = rest.length() > 2 && rest.length() <= SHORT_PATH_CHARS + 1;
    return isShort && isMadeUp(rest) ? Optional.of(new Point("token", 1, rest)) : Optional.empty();
  }

  /// Letters among which stands a digit, or a capital after the first: no word of a language, and
  /// no date.
  private static boolean isMadeUp(String path) {
    return path.chars().anyMatch(Character::isLetter)
        && path.chars().skip(2).anyMatch(c -> c >= '0' && c <= '9' || c >= 'A' && c <= 'Z');
  }
}
