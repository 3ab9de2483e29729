package org.testigo.scanning;

import java.io.IOException;
import java.util.List;
import org.testigo.scans.FileFormat;
import org.testigo.scans.LineFormat;

/// Reads file after file with the threads of this machine.
final class LocalReader implements ScanReader {
  private final ScanRequest request;
  private final BlockPipeline pipeline;
  private final Views views = new Views(new Certificates());

  LocalReader(ScanRequest request, BlockPipeline pipeline) {
    this.request = request;
    this.pipeline = pipeline;
  }

  @Override
  public void read(Pass pass, Ties ties, List<ScannedFile> files, Taker taker)
      throws InterruptedException {
    var looks = new Looks(request.rules(), views, ties);
    for (ScannedFile file : files) {
      read(pass, looks, file, taker);
      if (!taker.end()) return;
    }
  }

  private void read(Pass pass, Looks looks, ScannedFile file, Taker taker)
      throws InterruptedException {
    try (var opened = file.open()) {
      switch (file.format()) {
        case FileFormat document ->
            new FileScan(document, request, looks.look(pass), pass != Pass.AGAIN)
                .scan(opened, taker::part);
        case LineFormat lines -> {
          var scan = LineScan.of(pass, looks, lines, opened.beginning(request.at()));
          pipeline.scan(opened.stream(), scan, taker::part);
        }
      }
    } catch (IOException e) {
      taker.refuse("not readable: " + e.getMessage());
    }
  }
}
