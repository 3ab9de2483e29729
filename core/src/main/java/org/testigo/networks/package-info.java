/// Whose network an address belongs to, in two columns that are never mixed: the country where the
/// machine probably is, and the country whose law binds the network. From tables with a date: one
/// that comes with the program, and the user's own.
///
/// Start with [NetworkTable], which answers for an address with a [Network]. How the table that
/// comes with the program is stored stands in [PackedTable], and [NetworkTableBuilder] says how it
/// is made.
@NullMarked
package org.testigo.networks;

import org.jspecify.annotations.NullMarked;
