package org.testigo.artifacts.network;

import com.google.auto.service.AutoService;
import java.util.List;
import org.testigo.artifacts.ArtifactFixture;
import org.testigo.formats.netflow.Datagrams;

@AutoService(ArtifactFixture.class)
public final class NetFlowDatagramsFixture implements ArtifactFixture {

  @Override
  public String artifactId() {
    return "network.netflow";
  }

  @Override
  public List<File> files() {
    return List.of(
        file("version 5", new Datagrams().version5()),
        file("version 9", new Datagrams().version9Data().version9Template().version9Data()),
        file("IPFIX", new Datagrams().ipfix()));
  }

  private static File file(String layout, Datagrams datagrams) {
    return File.of(layout, "netflow", "flows.dat", datagrams.bytes());
  }
}
