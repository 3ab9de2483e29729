/// The cheap first look at raw bytes of scan data: fingerprints' literals in every spelling that a
/// format may give them, searched for at once.
///
/// Start with [PrefilterCompiler].
@NullMarked
package org.testigo.scanning.prefilter;

import org.jspecify.annotations.NullMarked;
