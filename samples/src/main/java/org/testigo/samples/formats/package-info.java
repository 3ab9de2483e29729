/// Structure to bytes: the writers behind the made-up phones, in pure Java. Start with
/// [SqliteWriter] and [BinaryPlist].
@NullMarked
package org.testigo.samples.formats;

import org.jspecify.annotations.NullMarked;
