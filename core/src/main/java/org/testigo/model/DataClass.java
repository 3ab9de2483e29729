package org.testigo.model;

import java.util.Locale;

/// A class of personal data, which the person may keep out of an examination.
public enum DataClass {
  /// What the device says of itself: model, version, dates of the backup.
  DEVICE,
  /// Which files there are, with names and times, not their content.
  FILES,
  MESSAGES,
  CALLS,
  CONTACTS,
  CALENDAR,
  BROWSING,
  LOCATION,
  ACCOUNTS,
  APPS,
  /// Which programs ran and how much they sent.
  USAGE,
  SETTINGS,
  /// What went over a network.
  TRAFFIC;

  /// The word of `--without`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
