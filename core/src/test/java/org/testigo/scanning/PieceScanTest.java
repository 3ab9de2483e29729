package org.testigo.scanning;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testigo.model.Budget.Allowance;
import org.testigo.scans.ScanFormat;
import org.testigo.scans.SonarHttp;

class PieceScanTest {
  private static final Rules RULES = new FakeRules("Hola Ocelote", "Ocelote CA", true);
  private static final long ELSEWHERE = 1L << 40;
  private static final List<ScanFormat> FORMATS = List.of(new SonarHttp());

  @TempDir Path folder;

  /// Reads pieces of some lines each, as if every piece were on another machine: what is found
  /// travels as bytes, and the numbers of lines are known only afterwards.
  private record Remote(int linesPerPiece) implements ScanReader {
    @Override
    public void read(Pass pass, Ties ties, List<ScannedFile> files, Taker taker) {
      var there = new PieceScan(request(List.of()), pass, Ties.of(ties.bytes()));
      for (ScannedFile file : files) {
        try {
          read(there, file, taker);
        } catch (IOException e) {
          taker.refuse(e.toString());
        }
        if (!taker.end()) return;
      }
    }

    private void read(PieceScan there, ScannedFile file, Taker taker) throws IOException {
      var path = Path.of(file.name());
      var lines = Files.readString(path, ISO_8859_1).split("(?<=\n)", -1);
      long before = 0;
      for (int from = 0; from < lines.length; from += linesPerPiece) {
        int to = Math.min(lines.length, from + linesPerPiece);
        var piece = String.join("", List.of(lines).subList(from, to)).getBytes(ISO_8859_1);
        var input = new ScanInput.Elsewhere(file.name(), () -> Files.newInputStream(path));
        var found =
            there.lines(input, new SonarHttp(), new ByteArrayInputStream(piece), ELSEWHERE + 1);
        long shift = before - ELSEWHERE;
        taker.part(Part.of(found.bytes(), line -> line + shift));
        before += found.counts().read();
      }
    }
  }

  @Test
  void piecesGiveWhatTheWholeGives() throws Exception {
    var file = folder.resolve("20131029-http.jsonl");
    Files.writeString(file, lines());
    var whole = new Gathered();
    var ofWhole = Scan.run(request(ScanInput.of(file)), whole);
    var pieces = new Gathered();
    var ofPieces =
        Scan.run(
            List.of(new ScannedFile(ScanInput.of(file).getFirst(), FORMATS)),
            new Remote(7),
            pieces);
    assertThat(whole.sightings).hasSize(100).last().extracting("source.entry").isEqualTo(1_001L);
    assertThat(pieces.sightings).isEqualTo(whole.sightings);
    assertThat(pieces.faults())
        .hasSize(1)
        .isEqualTo(whole.faults())
        .allSatisfy(fault -> assertThat(fault).startsWith("line 500 MALFORMED: "));
    assertThat(ofPieces).isEqualTo(ofWhole);
    assertThat(ofPieces.total()).isEqualTo(new Counts(1_001, 100, 1, 0));
  }

  private static String lines() {
    var lines = new ArrayList<String>();
    for (int i = 1; i <= 1_000; i++) lines.add(line(i));
    lines.add(499, "no JSON");
    return String.join("\n", lines);
  }

  private static String line(int number) {
    var answer = "HTTP/1.1 200 OK\r\n\r\n" + (number % 10 == 0 ? "Hola Ocelote" : "Hola a todos");
    return "{\"vhost\": \"x\", \"host\": \"192.0.2.%d\", \"data\": \"%s\"}"
        .formatted(number % 256, Base64.getEncoder().encodeToString(answer.getBytes(ISO_8859_1)));
  }

  private static ScanRequest request(List<ScanInput> inputs) {
    return new ScanRequest(inputs, FORMATS, RULES, Optional.empty(), 1, Allowance.DEFAULT, () -> 0);
  }
}
