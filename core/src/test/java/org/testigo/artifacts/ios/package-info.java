/// Tests of the artifacts of iOS and their fixtures, one of each for every artifact.
@NullMarked
package org.testigo.artifacts.ios;

import org.jspecify.annotations.NullMarked;
