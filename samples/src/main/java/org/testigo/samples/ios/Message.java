package org.testigo.samples.ios;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A message as the made-up phone keeps it.
///
/// @param correspondent empty for a row without a handle
/// @param service `SMS` or `iMessage`
/// @param text as the reader saw it last; empty for one that was unsent
/// @param body where its words lie
/// @param link the address of a rich link
/// @param earlier texts before edits, oldest first
public record Message(
    Optional<String> correspondent,
    String service,
    boolean isFromMe,
    Instant at,
    String text,
    Body body,
    Optional<Link> link,
    List<String> earlier,
    Optional<Instant> changedAt,
    List<Attachment> attachments,
    boolean isDeleted) {

  /// In which columns the words of a message lie.
  public enum Body {
    TEXT_ONLY,
    TEXT_AND_ATTRIBUTED_BODY,
    /// Since iOS 16 the column `text` is often NULL.
    ATTRIBUTED_BODY_ONLY,
    /// The message was unsent.
    NONE
  }

  /// A rich link.
  public record Link(String original, String expanded, String title) {}

  public Message {
    earlier = List.copyOf(earlier);
    attachments = List.copyOf(attachments);
  }

  public static Message received(String from, String service, Instant at, String text) {
    return plain(Optional.of(from), service, false, at, text);
  }

  public static Message sent(String to, String service, Instant at, String text) {
    return plain(Optional.of(to), service, true, at, text);
  }

  /// A row whose handle_id is 0, as iOS leaves for some senders.
  public static Message withoutHandle(String service, Instant at, String text) {
    return plain(Optional.empty(), service, false, at, text);
  }

  private static Message plain(
      Optional<String> other, String service, boolean isFromMe, Instant at, String text) {
    return new Message(
        other,
        service,
        isFromMe,
        at,
        text,
        Body.TEXT_AND_ATTRIBUTED_BODY,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        false);
  }

  public Message in(Body place) {
    return new Message(
        correspondent,
        service,
        isFromMe,
        at,
        text,
        place,
        link,
        earlier,
        changedAt,
        attachments,
        isDeleted);
  }

  public Message withLink(Link rich) {
    return new Message(
        correspondent,
        service,
        isFromMe,
        at,
        text,
        body,
        Optional.of(rich),
        earlier,
        changedAt,
        attachments,
        isDeleted);
  }

  /// The same, edited to its text from earlier ones.
  public Message edited(Instant when, String... earlierTexts) {
    return new Message(
        correspondent,
        service,
        isFromMe,
        at,
        text,
        body,
        link,
        List.of(earlierTexts),
        Optional.of(when),
        attachments,
        isDeleted);
  }

  /// The same, taken back by its sender.
  public Message unsent(Instant when) {
    return new Message(
        correspondent,
        service,
        isFromMe,
        at,
        "",
        Body.NONE,
        link,
        List.of(text),
        Optional.of(when),
        attachments,
        isDeleted);
  }

  public Message with(Attachment attachment) {
    return new Message(
        correspondent,
        service,
        isFromMe,
        at,
        text,
        body,
        link,
        earlier,
        changedAt,
        List.of(attachment),
        isDeleted);
  }

  /// The same, in "recently deleted".
  public Message deleted() {
    return new Message(
        correspondent,
        service,
        isFromMe,
        at,
        text,
        body,
        link,
        earlier,
        changedAt,
        attachments,
        true);
  }
}
