/// Makers of the data that come with the program, from published lists. Each is run by hand when a
/// list has changed, and its result is committed.
@NullMarked
package org.testigo.bench.data;

import org.jspecify.annotations.NullMarked;
