/// A small made-up Internet as scanners would have recorded it: relays and collectors of
/// surveillance programs whose answers have the published shapes, ordinary servers, and
/// look-alikes. Start with [MadeUpScan].
///
/// All addresses are from the ranges for documentation (RFC 5737), all names under `example` and
/// `test`; keys and certificates belong to nobody.
@NullMarked
package org.testigo.samples.scans;

import org.jspecify.annotations.NullMarked;
