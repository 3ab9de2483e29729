/// From sightings to operators: folds addresses into hosts and hosts into clusters, and says of
/// every connection what it rests on. Only what the data gives is derived; what a report published
/// stands beside it as a claim, never mixed with it.
///
/// Start with [AtlasBuilder], which takes sightings and gives an [Atlas]. The ideas are explained
/// in docs/concepts/infrastructure.md.
@NullMarked
package org.testigo.infrastructure;

import org.jspecify.annotations.NullMarked;
