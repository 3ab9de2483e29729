package org.testigo.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.testigo.cases.Case;
import org.testigo.cases.CaseFolder;
import org.testigo.reports.page.CasePage;

/// Writes every file of a case that equal input makes equal.
public final class CaseFiles {
  public static final String REPORT = "report.html";

  private CaseFiles() {}

  public static void write(Case theCase, Words words, CaseFolder folder) throws IOException {
    file(folder, "findings.jsonl", out -> FindingsJson.write(theCase, words, out));
    file(folder, "ledger.jsonl", out -> LedgerJson.write(theCase, out));
    file(folder, REPORT, out -> CasePage.write(theCase, words, out));
    file(folder, "case.json", out -> CaseJson.write(theCase, words, out));
  }

  private static void file(CaseFolder folder, String name, Consumer<OutputStream> content)
      throws IOException {
    content.accept(new java.io.BufferedOutputStream(folder.begin(name), 1 << 16));
    folder.keep(name);
  }
}
