/// The page of an atlas: one HTML file that is whole without its script and loads nothing. Start
/// with [AtlasPage].
///
/// In this order: what was found and what was not seen, the world, the clusters, the countries,
/// what reports said, the record. Every picture has a table beside it with the same numbers. What a
/// report published stands as published by whom and when, never among what was derived.
@NullMarked
package org.testigo.reports.atlas.page;

import org.jspecify.annotations.NullMarked;
