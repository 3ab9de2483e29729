package org.testigo.model;

/// Where a reading was read: the artifact that read it, the file as handed in, and the place in the
/// file.
///
/// @param artifact the id of the artifact, such as `ios.sms`
/// @param file the file's name inside the evidence, such as `HomeDomain/Library/SMS/sms.db`; from
///   the evidence, so data and never a path here
public record Source(String artifact, String file, Location location) {}
