package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class SonarSslCertsFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "sonar-ssl-certs";
  }

  @Override
  public List<File> files() {
    var one = new MadeUpCertificate(1);
    var two = new MadeUpCertificate(2);
    return List.of(
        File.of(
            "20131030_certs",
            "%s,%s\n%s,%s\n"
                .formatted(one.id().sha1(), one.base64(), two.id().sha1(), two.base64())));
  }
}
