package org.testigo.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testigo.Corpus;

/// Captures that were made to break readers: each is read, or refused with a reason.
@Timeout(10)
class HostileCapturesTest {
  @Test
  void capturesOfTcpdump() {
    var files =
        Corpus.filesBelow("hostile/pcap/tcpdump").stream()
            .filter(file -> !file.toString().endsWith(".out"))
            .toList();
    assertThat(files).hasSizeGreaterThan(70);
    for (Path file : files) assertAnswered(file);
  }

  @Test
  void seedsOfNdpi() {
    var files = Corpus.filesBelow("hostile/pcap/ndpi-fuzz");
    assertThat(files).hasSize(24);
    for (Path file : files) assertAnswered(file);
  }

  private static void assertAnswered(Path file) {
    var traffic = Traffic.of(file);
    boolean isRead = traffic.damage().isPresent() || traffic.totals().frames() > 0;
    assertThat(isRead).as(file.toString()).isTrue();
    traffic.damage().ifPresent(damage -> assertThat(damage.detail()).isNotBlank());
  }

  @Test
  void everyFrameIsCountedOrTold() {
    var traffic = Traffic.of(Corpus.path("hostile/pcap/tcpdump/802_15_4-oobr-1.pcap"));
    assertThat(traffic.totals().frames()).isEqualTo(1);
    assertThat(traffic.seen()).isEmpty();
    assertThat(traffic.unreadable())
        .isEqualTo(
            List.of(
                "UNSUPPORTED frame 1: 1 frames of link type 195, expected one that carries the"
                    + " Internet protocol, such as 1, 101, 105, 113, 127 or 276"));
  }
}
