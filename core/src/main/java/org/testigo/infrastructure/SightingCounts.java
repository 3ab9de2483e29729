package org.testigo.infrastructure;

import java.util.HashSet;
import java.util.Set;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.Sighting;

/// Counts sightings, and which of them repeat another.
final class SightingCounts {
  private long sightings;
  private long answers;
  private long distinctAnswers;
  private final DigestSet distinct = new DigestSet();
  private final Set<String> banners = new HashSet<>();

  void add(Sighting sighting) {
    sightings++;
    boolean isAnswer = !sighting.answerMd5().isEmpty();
    if (isAnswer) {
      answers++;
      banners.add(sighting.answerMd5());
    }
    if (distinct.add(content(sighting)) && isAnswer) distinctAnswers++;
  }

  private static String content(Sighting sighting) {
    var content = new StringBuilder();
    content.append(sighting.endpoint().address()).append('|').append(sighting.endpoint().port());
    sighting.at().ifPresent(at -> content.append('|').append(at.at()).append(at.precision()));
    content.append('|').append(sighting.answerMd5()).append('|').append(sighting.dataSet());
    for (CertificateLink link : sighting.chain())
      content.append('|').append(link.position()).append(link.id().shown());
    sighting.published().ifPresent(hit -> content.append('|').append(hit.fingerprints()));
    // Fingerprints that a scanner computed leave no bytes: what they showed tells them apart.
    for (var hit : sighting.hits()) content.append('|').append(hit.fingerprint());
    return content.toString();
  }

  Atlas.Counts counts(long notRecognised) {
    return new Atlas.Counts(
        sightings, distinct.size(), answers, distinctAnswers, banners.size(), notRecognised);
  }
}
