/// Tests of the formats of scan data. A format's fixtures announce themselves as [ScanFixture].
@NullMarked
package org.testigo.scans;

import org.jspecify.annotations.NullMarked;
