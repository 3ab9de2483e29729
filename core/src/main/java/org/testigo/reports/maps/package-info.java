/// Draws maps of the world as SVG, from shapes that lie in the jar: nothing is loaded from outside.
/// Start with [WorldMap]; [MapPicture] draws countries by class and arcs between them.
///
/// The shapes are Natural Earth 1:50m in the Equal Earth projection; `pages/` builds them. The
/// classes of a map are five, of a palette that the colour-blind tell apart; a country without data
/// is hatched, which is not zero.
@NullMarked
package org.testigo.reports.maps;

import org.jspecify.annotations.NullMarked;
