/// Object graphs that `NSKeyedArchiver` wrote into a property list. Start with [KeyedArchive].
///
/// Layout: `$objects` is a list of all objects, a reference is an index into it, `$top` names the
/// outermost ones, an object is a dictionary whose `$class` refers to `$classname` and `$classes`.
@NullMarked
package org.testigo.formats.keyedarchive;

import org.jspecify.annotations.NullMarked;
