package org.testigo.samples.ios;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.testigo.samples.formats.BinaryPlist;
import org.testigo.samples.formats.Dict;
import org.testigo.samples.formats.KeyedArchive;
import org.testigo.samples.formats.Typedstream;
import org.testigo.samples.formats.Uid;

/// What Messages keeps in the BLOB columns of a message.
final class MessageBlobs {
  private MessageBlobs() {}

  /// The column `payload_data` of a rich link: a keyed archive of its metadata.
  static byte[] richLink(Message.Link link) {
    var archive = new KeyedArchive();
    Uid metadata =
        archive.add(
            Dict.of(
                "$class", archive.classOf("LPLinkMetadata", "NSObject"),
                "version", 1,
                "originalURL", url(archive, link.original()),
                "URL", url(archive, link.expanded()),
                "title", archive.add(link.title())));
    return archive.write(
        Dict.of(
            "$class",
            archive.classOf("RichLink"),
            "richLinkIsPlaceholder",
            false,
            "richLinkMetadata",
            metadata));
  }

  private static Uid url(KeyedArchive archive, String text) {
    return archive.add(
        Dict.of(
            "$class", archive.classOf("NSURL", "NSObject"),
            "NS.base", KeyedArchive.NULL,
            "NS.relative", archive.add(text)));
  }

  /// The column `message_summary_info` of an edited message: `ec` holds every text of each part,
  /// the last one included, `ep` the edited parts.
  static byte[] edits(Message message, Instant lastEdit) {
    var texts = new ArrayList<Dict>();
    for (String earlier : message.earlier())
      texts.add(version(earlier, message.at().plusSeconds(20L * texts.size())));
    texts.add(version(message.text(), lastEdit));
    return BinaryPlist.write(
        Dict.of(
            "ec", Dict.of("0", texts),
            "ep", List.of(0),
            "otr", range(message.earlier().getFirst()),
            "ust", true));
  }

  /// The same for a message that was taken back: `rp` holds the parts that are gone.
  static byte[] unsent(Message message) {
    return BinaryPlist.write(
        Dict.of(
            "ec", Dict.of(),
            "otr", range(message.earlier().getFirst()),
            "rp", List.of(0),
            "ust", true));
  }

  private static Dict version(String text, Instant at) {
    return Dict.of("d", MacTime.seconds(at), "t", Typedstream.attributedString(text));
  }

  private static Dict range(String text) {
    return Dict.of("0", Dict.of("lo", 0, "le", text.length()));
  }
}
