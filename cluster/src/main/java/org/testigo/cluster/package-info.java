/// The scan engine as a job of Apache Spark: the inputs are cut into pieces that many machines scan
/// at once, certificates that are met again are laid together before they are taken apart, and
/// clusters are found by connected components. What is searched for, how it is looked at and in
/// which order stays in `scanning`; a test holds that both ways give the same.
///
/// Start with [TraceJob].
@NullMarked
package org.testigo.cluster;

import org.jspecify.annotations.NullMarked;
