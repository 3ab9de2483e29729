/// Tests of the made-up certificates: the certificate reader gives what was wished for.
@NullMarked
package org.testigo.samples.certificates;

import org.jspecify.annotations.NullMarked;
