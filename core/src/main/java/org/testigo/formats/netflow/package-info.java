/// Datagrams in which routers and firewalls tell of flows: NetFlow version 5 and 9, and IPFIX.
/// Start with [NetflowReader].
///
/// Follows Cisco's description of version 5, RFC 3954 (version 9) and RFC 7011 (IPFIX). All numbers
/// are big-endian.
@NullMarked
package org.testigo.formats.netflow;

import org.jspecify.annotations.NullMarked;
