/// Tests of the certificate reader; [DerBytes] writes made-up certificates.
@NullMarked
package org.testigo.formats.x509;

import org.jspecify.annotations.NullMarked;
