@NullMarked
package org.testigo.formats.packets;

import org.jspecify.annotations.NullMarked;
