/// Readers of packs of indicators, one format each. Start with [PackFormat]; a format announces
/// itself as a service and nothing else has to know of it.
@NullMarked
package org.testigo.indicators.packs;

import org.jspecify.annotations.NullMarked;
