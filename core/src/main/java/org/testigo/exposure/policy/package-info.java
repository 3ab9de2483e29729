/// Rules of data sovereignty: what may go where. A [Policy] is read from YAML by [PolicyFile];
/// [PolicyCheck] holds what was observed against it and gives the [Violation]s.
@NullMarked
package org.testigo.exposure.policy;

import org.jspecify.annotations.NullMarked;
