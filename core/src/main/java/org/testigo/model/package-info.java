/// The nouns of Testigo: what was read ([Reading]), what is judged of it ([Finding]), what was
/// covered ([LedgerState]) and what may be said ([Verdict]). No input or output, no dependency.
///
/// Start with [Observation]: everything that an artifact says is one, or an [Unreadable].
@NullMarked
package org.testigo.model;

import org.jspecify.annotations.NullMarked;
