package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class CensysFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "censys-hosts";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "hosts.jsonl",
            """
            {"ip":"192.0.2.1","services":[{"port":443,"service_name":"HTTP","observed_at":"2023-07-14T14:29:31.401555872Z","banner":"HTTP/1.1 200 OK\\r\\nServer: x\\r\\n","http":{"response":{"protocol":"HTTP/1.1","status_code":200,"body":"hello","favicons":[{"shodan_hash":-12}]}},"jarm":{"fingerprint":"27d3"},"tls":{"ja3s":"7f51","certificates":{"leaf_fp_sha_256":"%s","chain_fps_sha_256":["%s"]}}},{"port":22,"service_name":"SSH","banner_hex":"5353480a","banner":"?"}]}
            """
                .formatted(
                    new MadeUpCertificate(1).id().sha256(),
                    new MadeUpCertificate(2).id().sha256())));
  }
}
