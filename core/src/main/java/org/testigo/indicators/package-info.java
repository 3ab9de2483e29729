/// Packs of indicators (STIX, MISP, OpenIOC, CSV, plain lists), compiled into one matcher. Start
/// with [Packs], which loads them into an [IndicatorSet].
@NullMarked
package org.testigo.indicators;

import org.jspecify.annotations.NullMarked;
