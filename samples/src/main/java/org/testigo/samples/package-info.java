/// Made-up phones, made by code: a life, lures, and traces of a made-up implant.
@NullMarked
package org.testigo.samples;

import org.jspecify.annotations.NullMarked;
