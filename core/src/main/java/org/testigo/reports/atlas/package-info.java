/// Writes an atlas folder: tables, JSON, STIX, graphs and the page. One class writes one file.
///
/// Start with [AtlasFiles]. The files are described in docs/reference/atlas-folder.md.
@NullMarked
package org.testigo.reports.atlas;

import org.jspecify.annotations.NullMarked;
