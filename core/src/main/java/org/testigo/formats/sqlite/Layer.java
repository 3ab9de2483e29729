package org.testigo.formats.sqlite;

import org.testigo.formats.bytes.ByteSource;

/// Versions of pages that stand over those of the database file: newer ones of the write-ahead log,
/// or older ones that the rollback journal restores.
///
/// @param offsets where the pages lie in the source
/// @param pageCount the pages of the database that the layer belongs to
record Layer(ByteSource source, int pageSize, PageOffsets offsets, long pageCount) {}
