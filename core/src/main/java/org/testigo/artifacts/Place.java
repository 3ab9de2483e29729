package org.testigo.artifacts;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.testigo.evidence.EvidenceFile;
import org.testigo.evidence.RecordingKind;
import org.testigo.model.EvidenceKind;

/// Where an artifact lies in a kind of evidence.
///
/// @param domain the domain; `*` stands for any run of characters, the empty text for the
///   evidence's own files
/// @param path the path in the domain; `*` stands for any run of characters without `/`
public record Place(
    EvidenceKind kind, String domain, String path, Pattern domainPattern, Pattern pathPattern) {

  public static Place inBackup(String domain, String path) {
    return new Place(
        EvidenceKind.IOS_BACKUP, domain, path, glob(domain, ".*"), glob(path, "[^/]*"));
  }

  /// A file at the root of a backup, which no list names.
  public static Place atRootOfBackup(String name) {
    return inBackup("", name);
  }

  /// Every recording of a kind among recorded network traffic, in whatever folder.
  public static Place inTraffic(RecordingKind kind) {
    return new Place(
        EvidenceKind.CAPTURE, kind.word(), "*", glob(kind.word(), ""), glob("*", ".*"));
  }

  /// Whether neither domain nor path has a wildcard.
  public boolean isExact() {
    return domain.indexOf('*') < 0 && path.indexOf('*') < 0;
  }

  /// As the ledger names a file that lies there, such as `HomeDomain/Library/SMS/sms.db`.
  public String shownName() {
    return domain.isEmpty() ? path : domain + "/" + path;
  }

  public boolean holds(EvidenceKind evidenceKind, EvidenceFile file) {
    return kind == evidenceKind
        && domainPattern.matcher(file.domain()).matches()
        && pathPattern.matcher(file.path()).matches();
  }

  private static Pattern glob(String text, String star) {
    var literals = Stream.of(text.split("\\*", -1)).map(Pattern::quote).toList();
    return Pattern.compile(String.join(star, literals), Pattern.DOTALL);
  }
}
