/// The commands that people type.
@NullMarked
package org.testigo.app;

import org.jspecify.annotations.NullMarked;
