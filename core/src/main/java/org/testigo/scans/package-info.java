/// Reads scan data, one file per format: what Sonar, zgrab2, Censys, Shodan, passive DNS and others
/// wrote, as [org.testigo.model.scan.ScanRecord]s in file order.
///
/// Start with [ScanFormat]. A format announces itself and knows no spyware.
@NullMarked
package org.testigo.scans;

import org.jspecify.annotations.NullMarked;
