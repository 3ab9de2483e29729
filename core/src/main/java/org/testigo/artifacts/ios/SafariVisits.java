package org.testigo.artifacts.ios;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.testigo.formats.sqlite.Row;
import org.testigo.formats.sqlite.Table;
import org.testigo.model.Moment;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.Unreadable.Reason;
import org.testigo.model.UrlVisit;
import org.testigo.model.UrlVisit.Redirect;

/// The visits of one `History.db`, each with its page and the visit that redirected to it.
final class SafariVisits {
  private static final String BROWSER = "Safari";

  private enum Item {
    URL
  }

  private enum Visit {
    HISTORY_ITEM,
    VISIT_TIME,
    TITLE,
    REDIRECT_SOURCE
  }

  /// Read in a run of its own, since a redirect may lead to a visit with a lower number.
  private enum Leading {
    REDIRECT_DESTINATION
  }

  private enum Tombstone {
    URL,
    END_TIME
  }

  /// A visit as the one it redirected to needs it.
  private record Origin(OptionalLong item, Optional<Instant> visitedAt) {}

  private final RowReadings rows;
  private final Optional<String> profile;
  private final Columns<Visit> visits;
  private final Lookup<Item, String> urls;
  private final Lookup<Visit, Origin> origins;
  private final LongGroups sourceByDestination = new LongGroups();
  private long originsGone;

  SafariVisits(Table items, Table visits, RowReadings rows, Optional<String> profile) {
    this.rows = rows;
    this.profile = profile;
    this.visits = new Columns<>(visits, Visit.class);
    var urlColumns = new Columns<>(items, Item.class);
    urls =
        new Lookup<>(
            urlColumns, rows, row -> urlColumns.text(row, Item.URL).orElse(""), String::length);
    origins = new Lookup<>(this.visits, rows, this::origin, origin -> 0);
    var leading = new Columns<>(visits, Leading.class);
    if (leading.has(Leading.REDIRECT_DESTINATION))
      leading.scan(rows.visitor(row -> addDestination(leading, row)));
  }

  private void addDestination(Columns<Leading> leading, Row row) {
    leading
        .integer(row, Leading.REDIRECT_DESTINATION)
        .ifPresent(destination -> sourceByDestination.add(destination, row.rowid()));
  }

  /// Tells every visit; gives the number of redirects whose origin is no longer there, which is
  /// what a phone leaves that forgets old visits.
  long read() {
    visits.scan(rows.eachRowOf(SafariHistory.VISITS, this::read));
    return originsGone;
  }

  private void read(Row row) {
    rows.moment(visits, row, Visit.VISIT_TIME, TimeScale.COCOA_SECONDS, Meaning.VISITED);
    OptionalLong item = visits.integer(row, Visit.HISTORY_ITEM);
    var url = url(item);
    if (url.isEmpty()) {
      rows.unreadable(Reason.MALFORMED, pageIsGone(item));
      return;
    }
    var title = visits.text(row, Visit.TITLE);
    rows.observed(new UrlVisit(BROWSER, profile, url.get(), title, redirect(row)));
  }

  private static String pageIsGone(OptionalLong item) {
    return item.isEmpty()
        ? "no history_item, so no address; expected the number of a row of " + SafariHistory.ITEMS
        : "history_item %d is not there, expected a row of %s"
            .formatted(item.getAsLong(), SafariHistory.ITEMS);
  }

  private Optional<String> url(OptionalLong item) {
    return item.isPresent() ? urls.at(item.getAsLong()) : Optional.empty();
  }

  private Optional<Redirect> redirect(Row row) {
    OptionalLong source = source(row);
    if (source.isEmpty()) return Optional.empty();
    var origin = origins.at(source.getAsLong());
    var visitedAt = origin.flatMap(Origin::visitedAt);
    var url = origin.flatMap(visit -> url(visit.item()));
    if (visitedAt.isEmpty() || url.isEmpty()) {
      originsGone++;
      return Optional.empty();
    }
    return Optional.of(new Redirect(url.get(), visitedAt.get()));
  }

  private OptionalLong source(Row row) {
    OptionalLong stated = visits.integer(row, Visit.REDIRECT_SOURCE);
    if (stated.isPresent()) return stated;
    long key = row.rowid();
    return sourceByDestination.has(key)
        ? OptionalLong.of(sourceByDestination.firstOr(key, key))
        : OptionalLong.empty();
  }

  private Origin origin(Row row) {
    var visitedAt =
        rows.part(
            Visit.VISIT_TIME.name(),
            () ->
                TimeScale.COCOA_SECONDS.moment(
                    row, visits.indexOf(Visit.VISIT_TIME), Meaning.VISITED));
    return new Origin(visits.integer(row, Visit.HISTORY_ITEM), visitedAt.map(Moment::at));
  }

  /// Tells the deleted addresses; gives the number of rows that name none.
  long readDeleted(Table table) {
    var columns = new Columns<>(table, Tombstone.class);
    var cleared = new long[1];
    columns.scan(
        rows.eachRowOf(
            SafariHistory.TOMBSTONES,
            row -> {
              var url = columns.text(row, Tombstone.URL);
              if (url.isEmpty()) cleared[0]++;
              url.ifPresent(address -> readDeleted(columns, row, address));
            }));
    return cleared[0];
  }

  private void readDeleted(Columns<Tombstone> columns, Row row, String url) {
    rows.moment(columns, row, Tombstone.END_TIME, TimeScale.COCOA_SECONDS, Meaning.RECORDED);
    rows.observed(new UrlVisit(BROWSER, profile, url, Optional.empty(), Optional.empty()));
  }
}
