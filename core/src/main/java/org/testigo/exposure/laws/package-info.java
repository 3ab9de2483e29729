/// Whose law reaches whom: companies with their domains and networks, agreements between
/// intelligence services, laws, and what was published of the PRISM program and of Boundless
/// Informant. Start with [LegalTables].
///
/// The tables are ours and lie beside the classes as tab-separated text. A row stands there only
/// with a source that was really read; each source has its title, address, date and the day on
/// which it was read. Where sources differ, all of them stand there.
@NullMarked
package org.testigo.exposure.laws;

import org.jspecify.annotations.NullMarked;
