package org.testigo.infrastructure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.testigo.model.scan.ProbeReply;

/// Looks for two addresses that number their packets with one counter: replies that came within a
/// minute, turn by turn, and count up in small steps. Machines that give random or zero numbers, or
/// a counter for each connection, do not fit.
///
/// Known from: Bellovin, A Technique for Counting NATted Hosts (2002); Spring, Mahajan and
/// Wetherall, Measuring ISP Topologies with Rocketfuel (2002).
final class Counters {
  /// Busier machines wrap around too often to be followed.
  private static final int MAX_STEP = 500;

  private static final int SERIES_SECONDS = 60;

  /// Of each address; by chance such a series fits once in millions of times.
  private static final int MIN_REPLIES = 3;

  private Counters() {}

  private record Reply(int owner, long second, long entry, int ipId) {}

  /// How many replies of both form one series; 0 where they do not.
  static int shared(List<ProbeReply> one, List<ProbeReply> other) {
    var all = new ArrayList<Reply>();
    add(all, one, 0);
    add(all, other, 1);
    all.sort(Comparator.comparingLong(Reply::second).thenComparingLong(Reply::entry));
    int best = 0;
    for (int from = 0; from < all.size(); ) {
      int to = from + 1;
      while (to < all.size() && follows(all.get(to - 1), all.get(to))) to++;
      var series = all.subList(from, to);
      if (isShared(series)) best = Math.max(best, series.size());
      from = to;
    }
    return best;
  }

  private static void add(List<Reply> all, List<ProbeReply> replies, int owner) {
    for (ProbeReply reply : replies)
      reply
          .at()
          .ifPresent(at ->
              all.add(
                  new Reply(
                      owner, at.at().getEpochSecond(), reply.source().entry(), reply.ipId())));
  }

  private static boolean follows(Reply before, Reply next) {
    int step = next.ipId() - before.ipId() & 0xffff;
    return step > 0 && step <= MAX_STEP && next.second() - before.second() <= SERIES_SECONDS;
  }

  private static boolean isShared(List<Reply> series) {
    long ofOne = series.stream().filter(reply -> reply.owner() == 0).count();
    int turns = 0;
    for (int i = 1; i < series.size(); i++)
      if (series.get(i).owner() != series.get(i - 1).owner()) turns++;
    return ofOne >= MIN_REPLIES && series.size() - ofOne >= MIN_REPLIES && turns >= MIN_REPLIES;
  }
}
