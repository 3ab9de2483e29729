/// Where a server probably is, and whose law binds those who run it. Start with [Attributor].
@NullMarked
package org.testigo.exposure.attribution;

import org.jspecify.annotations.NullMarked;
