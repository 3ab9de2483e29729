/// Archives: what they hold, and each member where it lies. Start with [ZipListing] and
/// [TarListing].
///
/// Nothing is ever unpacked under the name of a member: names are data. What an archive says of its
/// sizes is compared with the bytes that are there. Written for archives that attack: a million
/// entries take some 160 MB, where the usual readers take more than 500.
///
/// Follows PKWARE's APPNOTE 6.3.10 (zip), POSIX.1-2017 pax (tar with its ustar and pax headers) and
/// GNU tar's long names, RFC 1951 and RFC 1952 (deflate and gzip).
@NullMarked
package org.testigo.formats.archives;

import org.jspecify.annotations.NullMarked;
