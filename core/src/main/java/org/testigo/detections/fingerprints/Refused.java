package org.testigo.detections.fingerprints;

import org.testigo.model.Text;

/// A file, or a rule in it, that could not be taken.
///
/// @param file as it was handed in
/// @param rule the id of the rule, or what there is of it; empty where the whole file is refused
public record Refused(String file, String rule, Text why) {}
