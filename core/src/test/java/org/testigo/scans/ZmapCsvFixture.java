package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class ZmapCsvFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "zmap-csv";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "zmap.csv",
            """
            saddr,sport,ipid,ttl,classification,success,timestamp_str
            192.0.2.1,443,54321,51,synack,1,2014-01-05T03:45:11.250-0500
            192.0.2.2,443,0,240,rst,0,2014-01-05T03:45:12.000+0000
            """));
  }
}
