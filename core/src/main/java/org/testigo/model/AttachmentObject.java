package org.testigo.model;

import java.util.Optional;
import java.util.OptionalLong;

/// A file that came or went with a message.
///
/// @param path where the phone kept it; empty where not recorded
/// @param transferName the name under which it was sent
/// @param sizeBytes as recorded, not as measured
public record AttachmentObject(
    Direction direction,
    Optional<String> correspondent,
    Optional<String> path,
    Optional<String> transferName,
    Optional<String> mimeType,
    OptionalLong sizeBytes)
    implements Observable {}
