/// Tests of the property list reader, and [PlistBytes], which writes lists for other tests.
@NullMarked
package org.testigo.formats.plist;

import org.jspecify.annotations.NullMarked;
