package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class BinaryEdgeFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "binaryedge";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "events.jsonl",
            """
            {"origin":{"type":"webv2","ts":1631695891033,"module":"grabber"},"target":{"ip":"192.0.2.1","port":80,"protocol":"tcp"},"result":{"data":{"response":{"protocol_version":11,"status":{"code":200,"message":"OK"},"headers":{"header_order":"date,content_type","headers":{"content-type":"text/html","x-more":"1","date":"now"}},"body":{"content":"hello"},"favicon":{"mmh3_hash":"-12"}}}}}
            {"origin":{"type":"ssl-simple","ts":1631695891033},"target":{"ip":"192.0.2.2","port":443,"protocol":"tcp"},"result":{"data":{"cert_info":{"certificate_chain":[{"as_pem":"%s"}]}}}}
            {"origin":{"type":"service-simple","ts":1631695891033},"target":{"ip":"192.0.2.3","port":21,"protocol":"tcp"},"result":{"data":{"service":{"name":"ftp","banner":"220 x\\\\r\\\\n\\\\xff"}}}}
            {"origin":{"type":"jarm","ts":1631695891033},"target":{"ip":"192.0.2.4","port":443,"protocol":"tcp"},"result":{"data":{"jarm_hash":"27d3"}}}
            """
                .formatted(new MadeUpCertificate(1).pemEscaped())));
  }
}
