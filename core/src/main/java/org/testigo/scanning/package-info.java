/// Reads scan data for fingerprints: inputs → lines → candidates → sightings, in one pass with all
/// rules, and a second one for what is tied to the hits.
///
/// Start with [Scan].
@NullMarked
package org.testigo.scanning;

import org.jspecify.annotations.NullMarked;
