package org.testigo.samples;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.testigo.samples.backup.BackupWriter;
import org.testigo.samples.formats.SqliteWriter;
import org.testigo.samples.formats.WriteAheadLog;
import org.testigo.samples.ios.Message;
import org.testigo.samples.ios.SmsDatabase;

/// The messages of the made-up phone. The newest lie only in the `-wal` beside the database, as
/// they do on a phone that was in use.
final class Conversations {
  private static final long SEED = 20_260_314L;
  private static final int EVERYDAY_MESSAGES = 260;
  private static final int IN_LOG_ONLY = 6;
  private static final String PLACE = "Library/SMS/sms.db";

  private final List<Message> messages;

  private Conversations(List<Message> messages) {
    this.messages = messages;
  }

  static Conversations of(Variant variant) {
    var messages = new ArrayList<Message>(everyday());
    messages.addAll(Correspondence.memorable());
    if (variant.hasImplant()) messages.addAll(Lures.messages());
    messages.sort(Comparator.comparing(Message::at));
    return new Conversations(messages);
  }

  void writeTo(BackupWriter backup) throws IOException {
    byte[] before = database(messages.subList(0, messages.size() - IN_LOG_ONLY));
    byte[] after = database(messages);
    backup.file("HomeDomain", PLACE, MadeUpPhone.often(), before);
    backup.file(
        "HomeDomain", PLACE + "-wal", MadeUpPhone.often(), WriteAheadLog.between(before, after));
    Correspondence.writeAttachments(backup);
  }

  private static byte[] database(List<Message> some) throws IOException {
    try (var sms =
        new SmsDatabase(SqliteWriter.inMemory().logged(), "P:" + MadeUpPhone.OWN_NUMBER)) {
      for (Message message : some) sms.add(message);
      return sms.finish();
    }
  }

  /// Small talk, from the setting up of the phone until the backup.
  private static List<Message> everyday() {
    var random = new Random(SEED);
    var everyday = new ArrayList<Message>();
    long span =
        MadeUpPhone.TAKEN_AT.getEpochSecond() - MadeUpPhone.SET_UP_AT.getEpochSecond() - 7200;
    long[] times = random.longs(EVERYDAY_MESSAGES, 0, span).sorted().toArray();
    for (long time : times)
      everyday.add(smallTalk(random, MadeUpPhone.SET_UP_AT.plusSeconds(3600 + time)));
    return everyday;
  }

  private static Message smallTalk(Random random, Instant at) {
    Correspondence.Person person =
        Correspondence.PEOPLE.get(random.nextInt(Correspondence.PEOPLE.size()));
    List<String> lines = person.speaksSpanish() ? Correspondence.SPANISH : Correspondence.ENGLISH;
    String text = lines.get(random.nextInt(lines.size()));
    Message message =
        random.nextInt(5) < 2
            ? Message.sent(person.address(), person.service(), at, text)
            : Message.received(person.address(), person.service(), at, text);
    return message.in(place(random));
  }

  private static Message.Body place(Random random) {
    var places =
        Arrays.asList(
            Message.Body.TEXT_AND_ATTRIBUTED_BODY,
            Message.Body.TEXT_ONLY,
            Message.Body.ATTRIBUTED_BODY_ONLY);
    return places.get(random.nextInt(places.size()));
  }
}
