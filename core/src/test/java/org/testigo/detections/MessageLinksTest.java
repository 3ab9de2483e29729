package org.testigo.detections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.testigo.model.Direction;
import org.testigo.model.MessageObject;

class MessageLinksTest {
  private final MessageLinks links = new MessageLinks();

  @Test
  void linksOfTheTextAndThoseBesideItAreFoundOnce() {
    var message =
        new MessageObject(
            "iMessage",
            Direction.INCOMING,
            Optional.empty(),
            Optional.empty(),
            "ve (https://example.org/a), bit.ly/0ejemplo, www.example.net y example.com.",
            List.of("https://example.org/a", "https://example.org/largo"),
            List.of());

    assertThat(links.of(message).stream().map(MessageLinks.Link::text))
        .containsExactly(
            "https://example.org/a",
            "https://example.org/largo",
            "bit.ly/0ejemplo",
            "www.example.net",
            "example.com");
  }

  @Test
  void wordsAfterAFullStopAndNumbersAreNoLinks() {
    assertThat(texts("Bien.me dijo ok.es verdad, 12.50 pesos a las 8.no llegues. Adiós..."))
        .isEmpty();
    assertThat(texts("ana@example.com escribe")).isEmpty();
    assertThat(texts("")).isEmpty();
  }

  @Test
  void onlyPlainHttpIsNotEncrypted() {
    var found = links.of(Seen.incoming("x", "HTTP://a.example/1 https://b.example bit.ly/2"));

    assertThat(found.stream().map(MessageLinks.Link::isEncrypted))
        .containsExactly(false, true, true);
  }

  @Test
  void beyondTheLimitItIsSaid() {
    String many =
        IntStream.range(0, 40)
            .mapToObj(i -> "https://s" + i + ".example")
            .collect(Collectors.joining(" "));

    assertThat(links.wasCut()).isFalse();
    assertThat(texts(many)).hasSize(32).last().isEqualTo("https://s31.example");
    assertThat(links.wasCut()).isTrue();
  }

  private List<String> texts(String body) {
    return links.of(Seen.incoming("x", body)).stream().map(MessageLinks.Link::text).toList();
  }
}
