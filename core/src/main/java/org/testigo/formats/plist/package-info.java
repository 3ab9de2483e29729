/// Apple property lists, binary (`bplist00`) and XML, read without trust. Start with [Plist].
///
/// The binary layout is documented in CoreFoundation's `CFBinaryPList.c`, the XML one in
/// `PropertyList-1.0.dtd` and `CFPropertyList.c`.
@NullMarked
package org.testigo.formats.plist;

import org.jspecify.annotations.NullMarked;
