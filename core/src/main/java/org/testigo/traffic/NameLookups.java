package org.testigo.traffic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testigo.formats.dns.DnsMessage;
import org.testigo.formats.dns.DnsMessage.Question;
import org.testigo.formats.dns.DnsMessage.Resource;
import org.testigo.formats.dns.ResourceData;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.MalformedException;
import org.testigo.model.Moment.Meaning;
import org.testigo.model.NameLookup;
import org.testigo.model.NameLookup.Answer;
import org.testigo.model.NameLookup.Channel;

/// Questions and answers of one flow: an answer belongs to the question with the same number and
/// name. To groups (mDNS, LLMNR) everybody speaks, so there each message stands alone.
final class NameLookups {
  static final int MULTICAST_PORT = 5353;
  static final int LLMNR_PORT = 5355;
  private static final int ANSWER = 1;
  private static final int AUTHORITY = 2;
  private static final int MOST_WAITING = 1024;
  private static final int MOST_ANSWERS = 200;

  private final Flow flow;
  private final Emitter emitter;
  private final Channel channel;
  private final LinkedHashMap<Key, @Nullable Asked> waiting = new LinkedHashMap<>();

  private record Key(int id, String name, int type) {}

  private record Asked(Question question, long frame, long nanos) {}

  NameLookups(Flow flow, Emitter emitter, boolean isStream) {
    this.flow = flow;
    this.emitter = emitter;
    this.channel = channel(flow, isStream);
    flow.protocol(
        switch (channel) {
          case UDP, TCP -> "dns";
          case MULTICAST -> "mdns";
          case LLMNR -> "llmnr";
        });
  }

  private static Channel channel(Flow flow, boolean isStream) {
    if (isStream) return Channel.TCP;
    if (flow.hasPort(MULTICAST_PORT)) return Channel.MULTICAST;
    if (flow.hasPort(LLMNR_PORT)) return Channel.LLMNR;
    return Channel.UDP;
  }

  /// Takes a message.
  ///
  /// @param isCut whether the message goes on behind `to`, where the capture does not have it
  void message(byte[] bytes, int from, int to, boolean isCut, int side, long frame, long nanos) {
    if (isCut) emitter.cutMessage(frame);
    try {
      var message = DnsMessage.read(bytes, from, to);
      message.fault().filter(_ -> !isCut).ifPresent(damage -> malformed(frame, damage));
      if (channel == Channel.MULTICAST) announced(message, frame, nanos);
      else if (message.isResponse()) answered(message, side, frame, nanos);
      else asked(message, side, frame, nanos);
    } catch (MalformedException e) {
      if (!isCut) malformed(frame, e);
    }
  }

  private void malformed(long frame, MalformedException damage) {
    emitter.malformed(
        frame, "a message of DNS, byte %d: %s".formatted(damage.offsetBytes(), damage.detail()));
  }

  private void asked(DnsMessage message, int side, long frame, long nanos) {
    if (!flow.isClientCertain) flow.clientIs(side);
    for (Question question : message.questions()) {
      var asked = new Asked(question, frame, nanos);
      waiting.putIfAbsent(key(message, question), asked);
      if (waiting.size() > MOST_WAITING) forgetEldest();
    }
  }

  private static Key key(DnsMessage message, Question question) {
    return new Key(message.id(), question.name().toLowerCase(Locale.ROOT), question.type());
  }

  private void forgetEldest() {
    var eldest = waiting.firstEntry();
    waiting.remove(eldest.getKey());
    if (eldest.getValue() != null) unanswered(eldest.getValue());
  }

  private void answered(DnsMessage message, int side, long frame, long nanos) {
    if (!flow.isClientCertain) flow.clientIs(1 - side);
    for (Question question : message.questions()) {
      var key = key(message, question);
      boolean isKnown = waiting.containsKey(key);
      var asked = waiting.put(key, null);
      if (isKnown && asked == null) continue; // the answer came twice
      give(message, Optional.ofNullable(asked), question, frame, nanos);
      if (waiting.size() > MOST_WAITING) forgetEldest();
    }
    if (message.questions().isEmpty()) withoutQuestion(message, frame, nanos);
  }

  private void give(
      DnsMessage message, Optional<Asked> asked, Question question, long frame, long nanos) {
    remember(question.name(), message.records());
    var lookup =
        lookup(
            asked.map(Asked::question).orElse(question),
            Optional.of(DnsWords.responseCode(message.responseCode())),
            answers(message.records()),
            offersEncryptedHello(message.records()));
    emitter.give(
        lookup,
        asked.map(Asked::frame).orElse(frame),
        asked.map(Asked::nanos).orElse(0L),
        Meaning.LOOKED_UP,
        nanos,
        Meaning.ANSWERED);
  }

  /// Some servers leave the question out.
  private void withoutQuestion(DnsMessage message, long frame, long nanos) {
    message.records().stream()
        .filter(record -> record.section() == ANSWER)
        .findFirst()
        .ifPresent(first -> {
          var question = new Question(first.name(), first.type(), first.kind());
          give(message, Optional.empty(), question, frame, nanos);
        });
  }

  private void announced(DnsMessage message, long frame, long nanos) {
    for (Question question : message.questions())
      emitter.give(
          lookup(question, Optional.empty(), List.of(), false), frame, nanos, Meaning.LOOKED_UP);
    var own = new LinkedHashMap<Question, List<Resource>>();
    for (Resource record : message.records()) {
      boolean isData = record.section() != AUTHORITY && record.type() != DnsWords.OPTIONS;
      if (!isData || !message.isResponse()) continue;
      var question = new Question(record.name(), record.type(), record.kind());
      own.computeIfAbsent(question, _ -> new ArrayList<>()).add(record);
    }
    own.forEach((question, records) -> announced(question, records, frame, nanos));
  }

  private void announced(Question question, List<Resource> records, long frame, long nanos) {
    remember(question.name(), records);
    var answers = records.stream().limit(MOST_ANSWERS).map(NameLookups::answer).toList();
    var code = Optional.of(DnsWords.responseCode(0));
    emitter.give(lookup(question, code, answers, false), frame, nanos, Meaning.ANSWERED);
    boolean isDevice = question.type() == 1 || question.type() == 28;
    if (!isDevice) return;
    emitter.give(
        new ClearIdentifier(
            ClearIdentifier.Kind.DEVICE_NAME,
            question.name(),
            "mdns address record",
            Emitter.conversation(flow),
            Optional.empty()),
        frame,
        nanos,
        Meaning.SENT);
  }

  private NameLookup lookup(
      Question question,
      Optional<String> code,
      List<Answer> answers,
      boolean offersEncryptedHello) {
    return new NameLookup(
        Emitter.conversation(flow),
        channel,
        question.name(),
        DnsWords.type(question.type()),
        code,
        answers,
        offersEncryptedHello);
  }

  private static List<Answer> answers(List<Resource> records) {
    return records.stream()
        .filter(record -> record.section() == ANSWER)
        .limit(MOST_ANSWERS)
        .map(NameLookups::answer)
        .toList();
  }

  private static Answer answer(Resource record) {
    return new Answer(
        record.name(),
        DnsWords.type(record.type()),
        DnsWords.value(record),
        record.timeToLiveSeconds());
  }

  private static boolean offersEncryptedHello(List<Resource> records) {
    return records.stream()
        .anyMatch(record ->
            record.data() instanceof ResourceData.Binding binding && binding.hasEncryptedHello());
  }

  private void remember(String name, List<Resource> records) {
    for (Resource record : records) {
      switch (record.data()) {
        case ResourceData.Address(var address) -> emitter.names().add(address, name);
        case ResourceData.Binding binding ->
            binding.hints().forEach(address -> emitter.names().add(address, name));
        case ResourceData.Name _,
            ResourceData.Service _,
            ResourceData.Texts _,
            ResourceData.Authority _,
            ResourceData.Other _ -> {}
      }
    }
  }

  private void unanswered(Asked asked) {
    emitter.give(
        lookup(asked.question(), Optional.empty(), List.of(), false),
        asked.frame(),
        asked.nanos(),
        Meaning.LOOKED_UP);
  }

  /// No more answers will come.
  void finish() {
    for (Asked asked : waiting.values()) if (asked != null) unanswered(asked);
    waiting.clear();
  }
}
