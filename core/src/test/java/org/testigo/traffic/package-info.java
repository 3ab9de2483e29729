@NullMarked
package org.testigo.traffic;

import org.jspecify.annotations.NullMarked;
