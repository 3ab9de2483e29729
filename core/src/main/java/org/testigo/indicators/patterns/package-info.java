/// The STIX patterning language of STIX 2.0 and 2.1: `[url:value LIKE '%.example.org/%'] FOLLOWEDBY
/// [process:name = 'implant'] WITHIN 300 SECONDS`.
///
/// Start with [StixPattern]: it parses the text. What the text says is [ObservationExpression],
/// [ComparisonExpression], [ObjectPath], [Constant] and [Qualifier]. [MatchablePattern] is a
/// pattern ready for matching; [PatternSet] and [PatternMatching] hold many against observations
/// that stream by, which [ModelView] shows as objects of STIX; its table says which properties
/// there are.
///
/// How it reads the standard, where that leaves room:
///
/// - Comparisons in one pair of brackets speak of one object for each type that they name.
/// - Values of unlike kinds are not equal (so `!=` holds) and have no order; a string that is
///   compared with a time and is no time, and a set of unlike constants, are errors.
/// - A negated comparison asks for a value that does not pass; without a value nothing holds but
///   `NOT EXISTS`.
/// - `=`, IN and the orders compare code points; LIKE and MATCHES compare in normalisation form C.
/// - Properties whose names end in `_hex` or `_bin` are compared as bytes.
/// - Observations cover the time from the first to the last moment. WITHIN holds where each touches
///   some span of that length, START and STOP where each touches the time from the start to before
///   the stop, FOLLOWEDBY where each ends no later than any of the next begins.
/// - An observation with `number_observed` n serves n parts of a pattern.
/// - MATCHES is PCRE as far as [PcreTranslation] says; every part of it that is not supported is
///   refused. Named groups mean nothing outside their own expression.
///
/// Known from: STIX 2.1, section 9
/// <https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html>, STIX 2.0, part 5, and the test
/// vectors of the OASIS validator and matcher.
@NullMarked
package org.testigo.indicators.patterns;

import org.jspecify.annotations.NullMarked;
