package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class JarmCsvFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "jarm-csv";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "jarm.csv",
            """
            example.org,192.0.2.1,27d3ed3ed0003ed1dc42d43d00041d6183ff1bfae51ebd88d70384363d525c
            example.com:8443,192.0.2.2,29d29d00029d29d00042d43d00041d598ac0c1012db967bb1ad0ff2491b3ae
            """));
  }
}
