/// Tests of the infrastructure: made-up sightings, and the published data.
@NullMarked
package org.testigo.infrastructure;

import org.jspecify.annotations.NullMarked;
