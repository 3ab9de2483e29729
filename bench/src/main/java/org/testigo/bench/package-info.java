/// Benchmarks. Start with [ExamineIos].
@NullMarked
package org.testigo.bench;

import org.jspecify.annotations.NullMarked;
