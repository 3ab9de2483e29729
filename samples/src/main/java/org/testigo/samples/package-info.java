/// Made-up phones, made by code: a life, lures, and traces of a made-up implant. Start with
/// [MadeUpPhone].
///
/// People, numbers, names and the implant are invented. Addresses are under `example`, `test` and
/// `example.org`, numbers from ranges that no one has.
@NullMarked
package org.testigo.samples;

import org.jspecify.annotations.NullMarked;
