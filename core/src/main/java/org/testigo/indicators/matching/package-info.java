/// All loaded indicators compiled into probes, and the observations' values that are held against
/// them. Start with [CompiledSet]; what an observation holds is decided in `Candidates`.
@NullMarked
package org.testigo.indicators.matching;

import org.jspecify.annotations.NullMarked;
