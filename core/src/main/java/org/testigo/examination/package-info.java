/// The runner: evidence → artifacts → detections → case, with budgets, isolation and the ledger.
/// Start with [Examination].
///
/// The only place that turns exceptions into unreadables.
@NullMarked
package org.testigo.examination;

import org.jspecify.annotations.NullMarked;
