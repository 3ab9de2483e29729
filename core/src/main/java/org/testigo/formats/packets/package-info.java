/// Takes a frame apart, from the link layer to the payload of its transport: Ethernet and its tags,
/// Wi-Fi, cooked and raw captures, IPv4, IPv6, tunnels, UDP, TCP, ICMP. Start with [Packet].
///
/// Own code, since it is the innermost loop over hostile bytes: nothing is allocated per frame, no
/// header is followed beyond the captured bytes, and the nesting of tunnels has a limit.
///
/// Known from RFC 791, 8200, 768, 9293, 894, 2784, 7348, 8926, 4213, IEEE 802.1Q and 802.11, and
/// the registry of link types.
@NullMarked
package org.testigo.formats.packets;

import org.jspecify.annotations.NullMarked;
