/// Loads the fingerprints of the Recog project, which name ordinary software by a text of it, such
/// as the `Server` field of HTTP. They say what a host also is; none of them names spyware.
///
/// Start with [RecogReader]. The format is that of https://github.com/rapid7/recog, `xml/` and
/// `lib/recog/fingerprint.rb`.
@NullMarked
package org.testigo.detections.recog;

import org.jspecify.annotations.NullMarked;
