package org.testigo.artifacts.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testigo.artifacts.ArtifactFixture.File;
import org.testigo.artifacts.Parsed;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.HttpExchange;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.NameLookup;
import org.testigo.model.NetworkTraffic;
import org.testigo.model.NetworkTraffic.KnownName;
import org.testigo.model.NetworkTraffic.NameSource;
import org.testigo.model.Observation;
import org.testigo.model.TlsHandshake;
import org.testigo.model.Unreadable;

class CaptureTest {
  private static Parsed parsed(byte[] content) {
    return Parsed.by(new Capture(), File.of("", "capture", "phone.pcap", content));
  }

  private static List<Observation> observations(Parsed parsed) {
    return parsed.readings().stream()
        .filter(Observation.class::isInstance)
        .map(Observation.class::cast)
        .toList();
  }

  @Test
  void readsAMinuteInTheOrderOfWhatIsComplete() {
    var parsed = parsed(CaptureFixture.minute());

    assertThat(parsed.ending()).isEmpty();
    assertThat(parsed.readings()).hasOnlyElementsOfType(Observation.class);
    assertThat(observations(parsed).stream().map(seen -> seen.object().getClass().getSimpleName()))
        .containsExactly(
            "NameLookup",
            "ClearIdentifier",
            "HttpExchange",
            "NetworkTraffic",
            "TlsHandshake",
            "NetworkTraffic",
            "NetworkTraffic");
    assertThat(parsed.layouts())
        .containsExactly(
            "pcap: 7 frames in 58 seconds, 3 flows; 1 connections were begun before it, 0 were seen"
                + " in one direction only, 0 frames were cut");
  }

  @Test
  void saysWhatWasAskedForAndWhen() {
    var first = observations(parsed(CaptureFixture.minute())).getFirst();

    assertThat(first.object())
        .isInstanceOfSatisfying(
            NameLookup.class,
            lookup -> {
              assertThat(lookup.name()).isEqualTo("c2.example.org");
              assertThat(lookup.responseCode()).contains("NOERROR");
              assertThat(lookup.answers())
                  .containsExactly(
                      new NameLookup.Answer("c2.example.org", "A", "198.51.100.7", 300));
              assertThat(lookup.conversation().serverText()).isEqualTo("192.0.2.1:53");
            });
    assertThat(first.moments())
        .extracting(Moment::meaning, Moment::raw)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Moment.Meaning.LOOKED_UP, "1700000000.000000000"),
            org.assertj.core.groups.Tuple.tuple(Moment.Meaning.ANSWERED, "1700000000.001000000"));
    assertThat(first.source().location()).isEqualTo(new Location.Frame(1));
  }

  @Test
  void knowsTheServerByAnswerAndHello() {
    var readings = observations(parsed(CaptureFixture.minute()));
    var flow = (NetworkTraffic) readings.get(5).object();

    assertThat(flow.names())
        .containsExactly(
            new KnownName("c2.example.org", NameSource.SNI),
            new KnownName("c2.example.org", NameSource.DNS));
    assertThat(flow.protocols()).containsExactly("tls");
    assertThat(flow.state()).isEqualTo(NetworkTraffic.State.OPEN);
    assertThat(flow.sent().packets()).isEqualTo(2);
    assertThat(((TlsHandshake) readings.get(4).object()).client().orElseThrow().version())
        .isEqualTo("1.2");
  }

  @Test
  void tellsWhatWentInTheClear() {
    var readings = observations(parsed(CaptureFixture.minute()));

    assertThat(readings.get(1).object())
        .isInstanceOfSatisfying(
            ClearIdentifier.class,
            found -> {
              assertThat(found.kind()).isEqualTo(ClearIdentifier.Kind.IMEI);
              assertThat(found.value()).isEqualTo("490154203237518");
              assertThat(found.host()).contains("www.example.org");
            });
    assertThat(((HttpExchange) readings.get(2).object()).url())
        .contains("http://www.example.org/a?imei=490154203237518");
  }

  @Test
  void unpacksAndReadsTheSame() {
    assertThat(parsed(CaptureFixture.packed(CaptureFixture.minute())))
        .isEqualTo(parsed(CaptureFixture.minute()));
  }

  @Test
  void saysThatACaptureEndsEarly() {
    byte[] whole = CaptureFixture.minute();
    var parsed = parsed(Arrays.copyOf(whole, whole.length - 1));

    assertThat(parsed.readings().stream().filter(Unreadable.class::isInstance))
        .singleElement()
        .satisfies(reading -> {
          assertThat(((Unreadable) reading).detail()).startsWith("the capture ends in a frame");
          assertThat(reading.source().location()).isEqualTo(new Location.Frame(7));
        });
    assertThat(observations(parsed)).hasSize(7);
  }
}
