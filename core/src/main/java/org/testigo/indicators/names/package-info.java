/// Names of the network as they stand in texts and addresses: found, taken apart and brought into
/// one form, so that equal names compare equal. Start with [NameScanner], which finds them in free
/// text, and [WebAddress], which takes an address apart.
@NullMarked
package org.testigo.indicators.names;

import org.jspecify.annotations.NullMarked;
