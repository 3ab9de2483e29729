/// Reads messages of the Domain Name System: questions, answers, and what modern answers carry,
/// such as service bindings with their keys for encrypted hellos. Start with [DnsMessage].
///
/// Known from RFC 1035, 6891 (extensions), 6762 (multicast), 9460 (SVCB and HTTPS), 9848 (the key
/// for encrypted hellos).
@NullMarked
package org.testigo.formats.dns;

import org.jspecify.annotations.NullMarked;
