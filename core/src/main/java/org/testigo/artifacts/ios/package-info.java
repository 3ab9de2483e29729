/// The artifacts of iOS. One file each; [org.testigo.artifacts.ArtifactSpec] of each tells where it
/// lies.
@NullMarked
package org.testigo.artifacts.ios;

import org.jspecify.annotations.NullMarked;
