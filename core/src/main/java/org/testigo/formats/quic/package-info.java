/// Reads the first packets of QUIC connections, whose keys anybody on the path can compute: whom
/// the client wants to reach, as any observer sees it. Start with [QuicPacket] and [InitialKeys].
///
/// Known from RFC 9000, 9001 (keys of version 1), 9369 (version 2) and the drafts before them.
@NullMarked
package org.testigo.formats.quic;

import org.jspecify.annotations.NullMarked;
