package org.testigo.formats.typedstream;

import java.util.List;
import java.util.Optional;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;

/// Reads an archived attributed string: the column `attributedBody` of iMessage.
public final class TypedStream {
  private TypedStream() {}

  /// What an attributed string says.
  ///
  /// @param text the whole text
  /// @param links the addresses that its attributes carry, in stream order
  /// @param damage where the stream does not follow its format; the text and the links before it
  ///   are given nevertheless
  public record AttributedText(
      String text, List<String> links, Optional<MalformedException> damage) {
    public AttributedText {
      links = List.copyOf(links);
    }
  }

  /// Reads the first object of the stream.
  ///
  /// @throws MalformedException when it has no text that can be read
  /// @throws org.testigo.model.UnsupportedLayoutException when it is a stream of another version
  public static AttributedText attributedText(byte[] bytes, Budget budget) {
    budget.spendBytes(bytes.length);
    var items = new Items(bytes, budget);
    var objects = new Objects(items, budget);
    Optional<MalformedException> damage = Optional.empty();
    try {
      items.readHead();
      objects.readGroup();
    } catch (MalformedException e) {
      damage = Optional.of(e);
    }
    String text = objects.text().orElseThrow(noText(damage));
    return new AttributedText(text, objects.links(), damage.or(items::oddText));
  }

  private static java.util.function.Supplier<MalformedException> noText(
      Optional<MalformedException> damage) {
    return () ->
        damage.orElseGet(
            () -> new MalformedException(0, "an archive without a text, expected one"));
  }
}
