/// A large made-up phone of any size with planted traces and look-alikes, and the pack that lists
/// the traces: for benchmarks, and for warming up. Start with [LargeBackup].
@NullMarked
package org.testigo.samples.large;

import org.jspecify.annotations.NullMarked;
