@NullMarked
package org.testigo.formats.parquet;

import org.jspecify.annotations.NullMarked;
