/// The STIX patterning language of STIX 2.0 and 2.1: `[url:value LIKE '%.example.org/%'] FOLLOWEDBY
/// [process:name = 'implant'] WITHIN 300 SECONDS`.
///
/// Start with [StixPattern]: it parses the text. What the text says is [ObservationExpression],
/// [ComparisonExpression], [ObjectPath], [Constant] and [Qualifier].
///
/// Known from: STIX 2.1, section 9 <https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html>
/// and STIX 2.0, part 5.
@NullMarked
package org.testigo.indicators.patterns;

import org.jspecify.annotations.NullMarked;
