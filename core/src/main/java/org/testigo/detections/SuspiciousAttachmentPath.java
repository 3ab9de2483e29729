package org.testigo.detections;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.regex.Pattern;
import org.testigo.indicators.IndicatorSet;
import org.testigo.model.AttachmentObject;
import org.testigo.model.Direction;
import org.testigo.model.Finding;
import org.testigo.model.FindingClass;
import org.testigo.model.Observable;
import org.testigo.model.Observation;

/// Was an attachment received that the phone kept in a place for temporary files, under a name that
/// ends in `-1`?
///
/// Messages keeps what it receives under `~/Library/SMS/Attachments`. A path such as
/// `/var/tmp/...-1` was seen with attachments of attacks. One finding per sender.
@AutoService(Detection.class)
public final class SuspiciousAttachmentPath implements Detection {
  private static final DetectionSpec SPEC =
      new DetectionSpec(
          "ios.attachment-path",
          FindingClass.ANOMALY,
          List.of("ios.sms"),
          List.of("https://docs.mvt.re/en/latest/ios/records/#sms_attachmentsjson"));
  private static final Page PAGE = new Page(SPEC, SuspiciousAttachmentPath.class);
  private static final Pattern TEMPORARY = Pattern.compile("(/private)?/var/tmp/.*-1");
  private static final int CONFIDENCE = 35;

  @Override
  public DetectionSpec spec() {
    return SPEC;
  }

  @Override
  public Check begin(IndicatorSet indicators) {
    return new Attachments();
  }

  private static final class Attachments implements Check {
    private final Groups<String> senders = new Groups<>();
    private long looked;

    @Override
    public boolean looksAt(Class<? extends Observable> kind) {
      return kind == AttachmentObject.class;
    }

    @Override
    public void see(Observation observation) {
      if (!(observation.object() instanceof AttachmentObject attachment)
          || attachment.direction() != Direction.INCOMING) return;
      looked++;
      var path = attachment.path().orElse("");
      if (TEMPORARY.matcher(path).matches())
        senders.add(attachment.correspondent().orElse(""), observation, path);
    }

    @Override
    public Outcome conclude(Coverage coverage) {
      var findings = senders.judged(PAGE, FindingClass.ANOMALY, Attachments::finding);
      return Assessment.of(SPEC, coverage, looked, findings);
    }

    private static Finding finding(String sender, Gathered attachments) {
      var title =
          sender.isEmpty()
              ? PAGE.text("finding.unknown", attachments.count())
              : PAGE.text("finding", attachments.count(), sender);
      return PAGE.finding(FindingClass.ANOMALY, "", sender, title, CONFIDENCE, attachments);
    }
  }
}
