/// What the field calls artifacts: one class reads one kind of file of a device and gives readings.
/// Start with [Artifact].
///
/// A parser announces itself as a service and declares an [ArtifactSpec]; nothing else has to know
/// of it.
@NullMarked
package org.testigo.artifacts;

import org.jspecify.annotations.NullMarked;
