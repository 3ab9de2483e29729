package org.testigo.model.scan;

import java.util.Optional;

/// What passive DNS saw: a name, what it pointed to, and from when to when.
///
/// @param name in lower case without the last dot
/// @param type such as `A` or `CNAME`
/// @param data the address or name that it pointed to, as text
/// @param count how often it was seen; 0 where not said
public record NameResolution(
    String name,
    String type,
    String data,
    Optional<ScanTime> first,
    Optional<ScanTime> last,
    long count,
    ScanSource source)
    implements ScanRecord {}
