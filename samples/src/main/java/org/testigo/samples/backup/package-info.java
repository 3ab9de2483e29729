/// Writes the folder of an iOS backup, encrypted or not. Start with [BackupWriter].
@NullMarked
package org.testigo.samples.backup;

import org.jspecify.annotations.NullMarked;
