package org.testigo.infrastructure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.testigo.detections.fingerprints.FingerprintSet;
import org.testigo.model.Budget;
import org.testigo.model.Unreadable;
import org.testigo.model.scan.NameResolution;
import org.testigo.model.scan.ProbeReply;
import org.testigo.model.scan.Sighting;
import org.testigo.model.scan.X509Certificate;
import org.testigo.networks.NetworkTable;
import org.testigo.scanning.Rules;
import org.testigo.scanning.Scan;
import org.testigo.scanning.ScanInput;
import org.testigo.scanning.ScanRequest;
import org.testigo.scanning.ScanResults;
import org.testigo.scanning.ScanSummary;
import org.testigo.scans.ScanFormat;

/// Draws an atlas of files as the program does.
///
/// @param unreadables what could not be read, in words
public record PublishedAtlas(Atlas atlas, ScanSummary summary, List<String> unreadables) {

  public static PublishedAtlas of(List<Claim> claims, Path... files) {
    var builder =
        new AtlasBuilder(
            new AtlasRequest(
                Optional.empty(),
                claims,
                Places.of(NetworkTable.bundled()),
                Places.source(NetworkTable.bundled()),
                Set.of()));
    var unreadables = new ArrayList<String>();
    var inputs = new ArrayList<ScanInput>();
    for (Path file : files)
      inputs.add(new ScanInput.File(String.valueOf(file.getFileName()), file));
    var request =
        new ScanRequest(
            inputs,
            ServiceLoader.load(ScanFormat.class).stream().map(ServiceLoader.Provider::get).toList(),
            Rules.of(FingerprintSet.bundled()),
            Optional.empty(),
            1,
            Budget.Allowance.DEFAULT,
            () -> 0);
    try {
      var summary = Scan.run(request, new Taking(builder, unreadables));
      return new PublishedAtlas(builder.build(), summary, unreadables);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Taking(AtlasBuilder builder, List<String> unreadables) implements ScanResults {
    @Override
    public void sighting(Sighting sighting) {
      builder.sighting(sighting);
    }

    @Override
    public void certificate(X509Certificate certificate) {
      builder.certificate(certificate);
    }

    @Override
    public void name(NameResolution name) {
      builder.name(name);
    }

    @Override
    public void reply(ProbeReply reply) {
      builder.reply(reply);
    }

    @Override
    public void unreadable(Unreadable unreadable) {
      unreadables.add(unreadable.detail());
    }
  }
}
