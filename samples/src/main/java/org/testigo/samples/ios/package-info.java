/// Writes the databases and settings of an iPhone from plain facts, in the schemas of iOS 18. Start
/// with [SmsDatabase].
@NullMarked
package org.testigo.samples.ios;

import org.jspecify.annotations.NullMarked;
