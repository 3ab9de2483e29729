/// What is recorded on networks: one class reads one kind of recording.
/// [org.testigo.artifacts.ArtifactSpec] of each tells which.
@NullMarked
package org.testigo.artifacts.network;

import org.jspecify.annotations.NullMarked;
