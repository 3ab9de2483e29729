/// The page of a case: one HTML file that needs no script and loads nothing. Start with [CasePage].
///
/// Three depths in this order: the person, the expert, the record. Every value of the evidence is
/// escaped for where it stands, with control and bidi characters shown as escapes; links from
/// evidence are text.
@NullMarked
package org.testigo.reports.page;

import org.jspecify.annotations.NullMarked;
