/// What the tests of all artifacts share: [ArtifactFixture], by which each gives its made-up file
/// to the tests over all of them, and [Parsed], which runs one.
@NullMarked
package org.testigo.artifacts;

import org.jspecify.annotations.NullMarked;
