package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class UmichCertificatesFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "umich-certificates";
  }

  @Override
  public List<File> files() {
    var one = new MadeUpCertificate(1);
    var two = new MadeUpCertificate(2);
    return List.of(
        File.of(
            "certificates.csv",
            row(one.id().sha1(), "\\x" + one.hex()) + row(two.id().sha1(), two.base64())));
  }

  static String row(String digest, String certificate) {
    return "17,\\x%s,1,,3,CN=server,\"CN=default, O=x \"\"y\"\"\"%s,%s\n"
        .formatted(digest, ",".repeat(36), certificate);
  }
}
