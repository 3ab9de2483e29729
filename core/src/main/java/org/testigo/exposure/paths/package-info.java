/// Measured ways through the network: through which countries they led by place, and through which
/// by law. Start with [PathJudge].
///
/// The country of a router is uncertain: it comes from the range of its address. Where an answer
/// came sooner than light could have gone there and back, the country is contradicted and not used.
@NullMarked
package org.testigo.exposure.paths;

import org.jspecify.annotations.NullMarked;
