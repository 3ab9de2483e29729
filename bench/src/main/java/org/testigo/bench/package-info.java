/// Benchmarks and the generators of their inputs. Start with [ExamineIos].
@NullMarked
package org.testigo.bench;

import org.jspecify.annotations.NullMarked;
