package org.testigo.scanning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testigo.model.scan.ScanTime;
import org.testigo.model.scan.ScanTime.Precision;

/// When a scan was made, as the name of its file says: `20131030-http.gz`, `2014-12-01_443.csv`.
final class FileTime {
  private static final Pattern DAY =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)([-_.]?)(\\d\\d)\\2(\\d\\d)(?!\\d)");

  private FileTime() {}

  static Optional<ScanTime> of(String name) {
    Matcher day = DAY.matcher(name);
    while (day.find()) {
      var time = day(day.group(1), day.group(3), day.group(4));
      if (time.isPresent()) return time;
    }
    return Optional.empty();
  }

  private static Optional<ScanTime> day(String year, String month, String day) {
    try {
      var date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return Optional.of(
          new ScanTime(date.atStartOfDay(ZoneOffset.UTC).toInstant(), Precision.DAY));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
