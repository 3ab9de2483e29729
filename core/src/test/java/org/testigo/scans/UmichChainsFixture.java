package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class UmichChainsFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "umich-chains";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "chains_432_2013-12-28",
            """
            192.0.2.1 0123456789abcdef0123456789abcdef01234567 89abcdef0123456789abcdef0123456789abcdef
            192.0.2.2 0123456789abcdef0123456789abcdef01234567 4711
            """));
  }
}
