/// Tests of the files of an atlas.
@NullMarked
package org.testigo.reports.atlas;

import org.jspecify.annotations.NullMarked;
