/// A capture of a network becomes flows, names, handshakes, web requests and identifiers. Start
/// with [TrafficReader], which takes frames and gives observations to a [TrafficSink].
///
/// Streaming and bounded: what is idle is given and forgotten, of each direction of a connection
/// only the beginning is put together, and nothing is decrypted but the first packets of QUIC,
/// whose keys everybody on the path can make.
@NullMarked
package org.testigo.traffic;

import org.jspecify.annotations.NullMarked;
