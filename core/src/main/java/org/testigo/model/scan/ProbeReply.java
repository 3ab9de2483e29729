package org.testigo.model.scan;

import java.util.Optional;

/// The reply to a bare probe: what the packet's header tells of the machine.
///
/// @param ipId the IP identification field, 0 to 65535
/// @param timeToLive as it arrived; 0 where not recorded
public record ProbeReply(
    Endpoint endpoint, Optional<ScanTime> at, int ipId, int timeToLive, ScanSource source)
    implements ScanRecord {}
