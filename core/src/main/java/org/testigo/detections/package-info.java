/// The only folder that judges: written checks over observations, whoever read them. Start with
/// [Detection].
///
/// A detection is a class, its page (the message bundles of the same name: question, why it
/// matters, innocent causes, next steps) and a test. It never sees an artifact, a scan or a format.
@NullMarked
package org.testigo.detections;

import org.jspecify.annotations.NullMarked;
