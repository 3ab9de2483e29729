/// NeXT typed streams, in which iMessage keeps the attributed text of a message. Start with
/// [TypedStream].
///
/// The layout is not published; it is known from `typedstream.m` of GNUstep and Darling and from
/// the streams of real messages.
@NullMarked
package org.testigo.formats.typedstream;

import org.jspecify.annotations.NullMarked;
