/// Made-up X.509 certificates, always the same for the same wishes. Start with [MadeUpCertificate].
@NullMarked
package org.testigo.samples.certificates;

import org.jspecify.annotations.NullMarked;
