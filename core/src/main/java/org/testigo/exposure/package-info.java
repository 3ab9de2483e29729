/// Who could see it: for what a device sent and what lies in its evidence, which observer could
/// know what, where the machines probably are, and whose law binds those who run them. Start with
/// [ExposureBuilder], which folds observations into an [Exposure].
///
/// Nothing here judges whether a device was attacked: that somebody could see is no trace that
/// somebody did.
@NullMarked
package org.testigo.exposure;

import org.jspecify.annotations.NullMarked;
