package org.testigo.formats.sqlite;

import java.nio.charset.Charset;
import org.testigo.model.Budget;

/// What reading any tree of a database needs.
///
/// @param usableSize the part of each page that is in use
record Storage(Pages pages, int usableSize, Charset charset, Budget budget) {}
