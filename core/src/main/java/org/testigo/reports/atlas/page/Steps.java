package org.testigo.reports.atlas.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testigo.infrastructure.Period;
import org.testigo.reports.maps.MapPicture;

/// The time of the atlas cut into months, or into years where there would be too many months.
///
/// @param monthsPerStep 1 or 12
record Steps(YearMonth first, int monthsPerStep, int count) {
  private static final int MOST_MONTHS = 120;

  static Steps of(Period seen) {
    var first = YearMonth.from(seen.firstDay());
    int months = months(first, YearMonth.from(seen.lastDay())) + 1;
    if (months <= MOST_MONTHS) return new Steps(first, 1, months);
    var january = YearMonth.of(first.getYear(), 1);
    return yearly(january, seen);
  }

  /// Whole years, for the small pictures.
  static Steps years(Period seen) {
    return yearly(YearMonth.of(seen.firstDay().getYear(), 1), seen);
  }

  private static Steps yearly(YearMonth january, Period seen) {
    return new Steps(january, 12, seen.lastDay().getYear() - january.getYear() + 1);
  }

  private static int months(YearMonth from, YearMonth to) {
    return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue();
  }

  private int step(LocalDate day) {
    int step = months(first, YearMonth.from(day)) / monthsPerStep;
    return Math.clamp(step, 0, count - 1);
  }

  Optional<MapPicture.Steps> of(Optional<Period> seen) {
    return seen.map(
        period -> new MapPicture.Steps(step(period.firstDay()), step(period.lastDay())));
  }

  /// The names, such as `2013-04` or `2013`.
  List<String> names() {
    var names = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var month = first.plusMonths((long) i * monthsPerStep);
      names.add(monthsPerStep == 1 ? month.toString() : String.valueOf(month.getYear()));
    }
    return names;
  }
}
