/// The key bag of an encrypted iOS backup: the keys of its protection classes, wrapped with a key
/// that is derived from the backup's password. Start with [KeyBag].
///
/// Follows Apple Platform Security (keybags), RFC 8018 (PBKDF2) and RFC 3394 (AES key wrap).
@NullMarked
package org.testigo.formats.keybag;

import org.jspecify.annotations.NullMarked;
