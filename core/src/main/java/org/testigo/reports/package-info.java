/// Shows a case: to a person, an expert, a court, another program. One class writes one file of a
/// case folder.
@NullMarked
package org.testigo.reports;

import org.jspecify.annotations.NullMarked;
