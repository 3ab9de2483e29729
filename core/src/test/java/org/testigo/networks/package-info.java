/// Tests of the tables of countries and networks.
@NullMarked
package org.testigo.networks;

import org.jspecify.annotations.NullMarked;
