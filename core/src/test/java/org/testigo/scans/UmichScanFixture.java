package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class UmichScanFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "umich-scan";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "scan_2012-06-10.csv",
            """
            192.0.2.1,,\\x0123456789abcdef0123456789abcdef01234567,2012-06-10 12:30:45
            192.0.2.2,7,\\x89abcdef0123456789abcdef0123456789abcdef,1339331445
            """));
  }
}
