@NullMarked
package org.testigo.evidence;

import org.jspecify.annotations.NullMarked;
