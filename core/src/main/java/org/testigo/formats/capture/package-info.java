/// Reads packet captures, pcap and pcapng, frame by frame from a stream: nothing is kept of what
/// went by, so a capture may be larger than the memory. Start with [CaptureReader].
///
/// Own code, since a capture is hostile evidence of gigabytes: a frame is a view into the reading
/// buffer and costs no object, and every length is compared with a limit before it is used.
///
/// Known from the pcap and pcapng drafts of the IETF (draft-ietf-opsawg-pcap,
/// draft-ietf-opsawg-pcapng).
@NullMarked
package org.testigo.formats.capture;

import org.jspecify.annotations.NullMarked;
