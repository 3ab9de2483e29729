/// Looks at pages in a real browser, over its DevTools protocol. Start with [Browser].
@NullMarked
package org.testigo.app.browser;

import org.jspecify.annotations.NullMarked;
