package org.testigo.scanning;

import org.testigo.model.scan.ScanRecord;

/// What becomes of a record. Safe for several threads, each with a part of its own.
interface Look {

  void at(ScanRecord met, Part part);
}
