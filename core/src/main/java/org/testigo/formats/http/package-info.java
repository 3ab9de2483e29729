/// Takes raw answers of HTTP/1 apart, as scan data keeps them: with any spelling, with bare line
/// feeds, cut, or no HTTP at all. Nothing is refused; what is not understood is the body.
///
/// Start with [HttpReader]. Follows RFC 9112, and what servers do instead.
@NullMarked
package org.testigo.formats.http;

import org.jspecify.annotations.NullMarked;
