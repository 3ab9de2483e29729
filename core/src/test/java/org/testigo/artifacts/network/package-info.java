/// Made-up recordings of networks and what is read of them.
@NullMarked
package org.testigo.artifacts.network;

import org.jspecify.annotations.NullMarked;
