package org.testigo.exposure.laws;

import java.time.LocalDate;

/// Something published that a row of the tables rests on.
///
/// @param published its date as far as it tells one, such as `2013-06-07` or `2016`; empty where it
///   does not
/// @param read the day on which it was read for the table
public record PublishedSource(
    String id, String title, String address, String published, LocalDate read) {}
