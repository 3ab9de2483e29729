/// Benchmarks and the generators of their inputs.
@NullMarked
package org.testigo.bench;

import org.jspecify.annotations.NullMarked;
