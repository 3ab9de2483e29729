/// What every page is written with: HTML in which each value is escaped for where it stands,
/// tables, times, and the head that lets nothing be loaded from outside. Start with [Document].
@NullMarked
package org.testigo.reports.html;

import org.jspecify.annotations.NullMarked;
