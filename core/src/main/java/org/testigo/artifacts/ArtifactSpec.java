package org.testigo.artifacts;

import java.util.List;
import org.testigo.model.DataClass;

/// What an artifact is: its id, where it lies, who wrote it, where it is known from. Its title and
/// what its absence means, in every language, lie in the message bundle of the parser's name, keys
/// `title` and `absence`.
///
/// @param id such as `ios.tcc`
/// @param dataClass what the person may keep out with `--without`
/// @param places where it lies; the first that matches a file claims it
/// @param presence what it means when there is none
/// @param writtenBy the program of the device that writes it; two artifacts are independent when
///   these differ
/// @param detectionRelevant whether a gap here makes "nothing found" untrue
/// @param versionsSeen the versions of the operating system that its layouts are known from
/// @param references where this is known from
public record ArtifactSpec(
    String id,
    DataClass dataClass,
    List<Place> places,
    Presence presence,
    String writtenBy,
    boolean detectionRelevant,
    String versionsSeen,
    List<String> references) {
  public ArtifactSpec {
    places = List.copyOf(places);
    references = List.copyOf(references);
    if (!id.matches("[a-z]+\\.[a-z-]+")) throw new IllegalArgumentException("artifact id " + id);
    if (places.isEmpty()) throw new IllegalArgumentException(id + " lies nowhere");
  }
}
