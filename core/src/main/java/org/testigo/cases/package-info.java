/// A case: what was handed in, what was read of it, what was found, what may be said. Start with
/// [Case].
///
/// [Conclusion] draws the verdict from findings and ledger; [CaseFolder] is where a case is kept.
@NullMarked
package org.testigo.cases;

import org.jspecify.annotations.NullMarked;
