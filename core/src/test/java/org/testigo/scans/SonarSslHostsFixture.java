package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class SonarSslHostsFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "sonar-ssl-hosts";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "20131030_hosts",
            """
            192.0.2.1,0123456789abcdef0123456789abcdef01234567
            192.0.2.2,0123456789ABCDEF0123456789abcdef01234567,89abcdef0123456789abcdef0123456789abcdef
            """));
  }
}
