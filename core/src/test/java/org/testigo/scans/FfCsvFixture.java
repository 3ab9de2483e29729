package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

/// Two servers, one in quotes and with a customer elsewhere.
@AutoService(ScanFixture.class)
public final class FfCsvFixture implements ScanFixture {
  static final String HEADING =
      "IP,Provider,Geolocation,1.0,1.1,2.0,3.0,4.0,Customer Guess,Month First Seen\n";

  @Override
  public String formatId() {
    return "citizenlab-ff-csv";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "ff.csv",
            HEADING
                + "192.0.2.1,\"Example Telecom, Inc.\",CA,,,Y,,Y,Malaysia,3/2013\n"
                + "192.0.2.2,Gestión Example,MX,,,,Y,,,12/2012"));
  }
}
