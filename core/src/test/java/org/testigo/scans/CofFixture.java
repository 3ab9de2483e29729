package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.List;

@AutoService(ScanFixture.class)
public final class CofFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "passive-dns-cof";
  }

  @Override
  public List<File> files() {
    return List.of(
        File.of(
            "pdns.ndjson",
            """
            {"rrname":"WWW.example.org.","rrtype":"A","rdata":["192.0.2.1","192.0.2.2"],"time_first":1298398002,"time_last":1387960200,"count":7}
            {"count":"3","time_first":"1298398002","rrtype":"cname","rrname":"example.org","rrdata":"Host.Example.net.","time_last":"1298398002"}
            """));
  }
}
