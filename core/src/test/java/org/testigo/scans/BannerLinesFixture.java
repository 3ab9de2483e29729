package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class BannerLinesFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "banner-lines";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "critical_201205_80.json",
            """
            {"name":"http","proto":"tcp","ip":"192.0.2.1","banner":"HTTP/1.1 200 OK\\r\\nContent-Type: text/html; charset=UTF-8\\r\\n\\r\\n","t":{"$date":1359698404000},"_id":{"ip":"192.0.2.1","h":"aa","p":80},"port":80}
            {"_id":{"p":22,"h":"bb","ip":"192.0.2.2"},"port":22,"t":{"$date":1359698422999},"banner":"SSH-2.0-ROSSSH\\r\\n\\\\x00","ip":"192.0.2.2","name":"ssh","proto":"tcp"}
            """));
  }
}
