package org.testigo.exposure;

import java.time.Instant;
import java.util.Optional;
import org.testigo.exposure.attribution.Attribution;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.Source;

/// One connection with what is known of its server.
///
/// @param name the strongest under which the server is known; empty where there is none
public record FlowLine(
    NetworkTraffic flow,
    Optional<Instant> first,
    Optional<Instant> last,
    String name,
    Attribution attribution,
    Source source) {}
