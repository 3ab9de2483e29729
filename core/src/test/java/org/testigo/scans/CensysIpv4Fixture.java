package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class CensysIpv4Fixture implements ScanFixture {

  @Override
  public String formatId() {
    return "censys-ipv4";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "ipv4.jsonl",
            """
            {"ip":"192.0.2.1","updated_at":"2020-06-08T05:11:03+00:00","22":{"ssh":{"v2":{"banner":{"raw":"SSH-2.0-x"}}}},"443":{"https":{"get":{"status_line":"200 OK","headers":{"content_type":"text/html","unknown":[{"key":"x_y","value":"z"}]},"body":"hello"},"tls":{"certificate":{"parsed":{"fingerprint_sha256":"%s"}},"chain":[{"parsed":{"fingerprint_sha1":"%s"}}]}}},"80":{"http":{"get":{"status_code":404,"body":""}}}}
            """
                .formatted(
                    new MadeUpCertificate(1).id().sha256(), new MadeUpCertificate(2).id().sha1())));
  }
}
