/// Fingerprints as data: rules that recognise the servers of spyware by what they answer and by the
/// certificates that they show. One rule is one YAML file with its source, the time in which it is
/// valid, matches that it must recognise and misses that it must not.
///
/// Start with [FingerprintSet]. A rule is read by [RuleReader]; what it asks is a [Condition]; the
/// bytes without which it cannot match are found by [Literals].
@NullMarked
package org.testigo.detections.fingerprints;

import org.jspecify.annotations.NullMarked;
