/// JSON that programs write in lines or documents, as a tree. Start with [JsonReader]. Follows RFC
/// 8259.
@NullMarked
package org.testigo.formats.json;

import org.jspecify.annotations.NullMarked;
