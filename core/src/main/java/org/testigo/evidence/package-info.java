/// What was handed in: recognised, opened read-only, listed and hashed. Start with [Evidences],
/// which gives an [Evidence].
///
/// A kind of evidence announces itself with an [EvidenceFormat]; nothing here knows what an
/// artifact is.
@NullMarked
package org.testigo.evidence;

import org.jspecify.annotations.NullMarked;
