package org.testigo.infrastructure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.testigo.infrastructure.Host.Merge;
import org.testigo.infrastructure.Host.Reason;
import org.testigo.model.IpAddress;
import org.testigo.model.Text;

/// Folds addresses into hosts: a consumer line that changes its address, neighbouring addresses of
/// one machine, blocks that answer alike. Every fold keeps its reason.
///
/// What is compared has a certificate or an answer in common and lies side by side in the order of
/// the numbers, so that the work grows with the addresses and not with their pairs.
final class HostFolding {
  /// Fewer addresses with one certificate, one after the other, may be a server that moved.
  private static final int DYNAMIC_ADDRESSES = 5;

  /// When the line changes, a scan of the whole Internet may meet the old and the new address.
  private static final int DYNAMIC_PER_DAY = 2;

  /// Half of the addresses of a line are gone after so many days.
  private static final int DYNAMIC_SPAN_DAYS = 7;

  private static final int BLOCK_ADDRESSES = 8;
  private static final int BLOCK_DAYS = 28;
  private static final int BLOCK_GAP_DAYS = 31;

  private final Graph graph;
  private final List<Place> places;
  private final UnionFind machines;
  private final boolean[] isDynamic;
  private final List<Merge> merges = new ArrayList<>();
  private final Set<Object> known = new HashSet<>();

  HostFolding(Graph graph, List<Place> places) {
    this.graph = graph;
    this.places = places;
    machines = new UnionFind(graph.addresses().size());
    isDynamic = new boolean[graph.addresses().size()];
    var byLeaf = byLeaf();
    byLeaf.values().forEach(this::foldLines);
    byLeaf.values().forEach(members -> foldNeighbours(members, true));
    byAnswer().values().forEach(members -> foldNeighbours(members, false));
  }

  /// An address that shows something, and when.
  private record Member(int address, SeenLink link) {}

  /// For each certificate the addresses that showed it as their own, by number.
  private Map<String, List<Member>> byLeaf() {
    var members = new TreeMap<String, List<Member>>();
    for (int i = 0; i < graph.addresses().size(); i++) {
      var merged = new HashMap<Integer, SeenLink>();
      graph
          .addresses()
          .get(i)
          .leaves()
          .forEach((leaf, link) ->
              merged.computeIfAbsent(graph.certificate(leaf), root -> new SeenLink()).add(link));
      int address = i;
      merged.forEach((leaf, link) -> add(members, graph.nameOf(leaf), new Member(address, link)));
    }
    return members;
  }

  private Map<String, List<Member>> byAnswer() {
    var members = new TreeMap<String, List<Member>>();
    for (int i = 0; i < graph.addresses().size(); i++) {
      int address = i;
      graph
          .addresses()
          .get(i)
          .answers()
          .forEach((md5, link) -> add(members, md5, new Member(address, link)));
    }
    return members;
  }

  private static void add(Map<String, List<Member>> members, String key, Member member) {
    members.computeIfAbsent(key, shared -> new ArrayList<>()).add(member);
  }

  private IpAddress ip(Member member) {
    return graph.addresses().get(member.address()).ip();
  }

  private void foldLines(List<Member> members) {
    if (members.size() < DYNAMIC_ADDRESSES) return;
    var byNetwork = new TreeMap<String, List<Member>>();
    for (Member member : members) add(byNetwork, network(member), member);
    for (List<Member> line : byNetwork.values()) {
      if (!isDynamic(line)) continue;
      fold(Reason.DYNAMIC_LINE, line, 85, "dynamic-line", line.size(), DYNAMIC_PER_DAY);
      line.forEach(member -> isDynamic[member.address()] = true);
    }
  }

  /// The autonomous system; where it is not known, the first 16 bits of an IPv4 address or 32 of an
  /// IPv6 address.
  private String network(Member member) {
    long asn = places.get(member.address()).asn();
    if (asn > 0) return "AS" + asn;
    var ip = ip(member);
    return ip.masked(ip.v6() ? 32 : 16).toString();
  }

  private static boolean isDynamic(List<Member> line) {
    if (line.size() < DYNAMIC_ADDRESSES) return false;
    var perDay = new HashMap<Integer, Integer>();
    for (Member member : line)
      member.link().days().stream().forEach(day -> perDay.merge(day, 1, Integer::sum));
    if (perDay.isEmpty() || perDay.values().stream().anyMatch(count -> count > DYNAMIC_PER_DAY))
      return false;
    var spans = line.stream().map(member -> member.link().days().span()).sorted().toList();
    return spans.get(spans.size() / 2) <= DYNAMIC_SPAN_DAYS;
  }

  /// Runs of addresses without a gap.
  private void foldNeighbours(List<Member> members, boolean sameLeaf) {
    var run = new ArrayList<Member>();
    for (Member member : members) {
      if (isDynamic[member.address()]) continue;
      if (!run.isEmpty() && !follows(run.getLast(), member, sameLeaf)) {
        foldRun(run, sameLeaf);
        run.clear();
      }
      run.add(member);
    }
    foldRun(run, sameLeaf);
  }

  /// Neighbours that show the same certificate count where both were seen at one time; a block that
  /// answers alike was seen within a month of each other.
  private boolean follows(Member before, Member next, boolean sameLeaf) {
    if (!ip(next).equals(after(ip(before)))) return false;
    var one = before.link().seen();
    var other = next.link().seen();
    if (one.isEmpty() || other.isEmpty()) return false;
    return sameLeaf
        ? one.get().overlaps(other.get())
        : gapDays(one.get(), other.get()) <= BLOCK_GAP_DAYS;
  }

  private static long gapDays(Period one, Period other) {
    var first = one.firstDay().isBefore(other.firstDay()) ? one : other;
    var second = first.equals(one) ? other : one;
    return java.time.temporal.ChronoUnit.DAYS.between(first.latestDay(), second.firstDay());
  }

  private static IpAddress after(IpAddress ip) {
    long low = ip.low() + 1;
    return new IpAddress(ip.v6(), low == 0 ? ip.high() + 1 : ip.high(), low);
  }

  private void foldRun(List<Member> run, boolean sameLeaf) {
    if (run.size() < 2) return;
    var seen = run.stream().flatMap(m -> m.link().seen().stream()).reduce(Period::with);
    long days = seen.map(HostFolding::days).orElse(0L);
    if (run.size() >= BLOCK_ADDRESSES && days >= BLOCK_DAYS)
      fold(Reason.BLOCK, run, 70, sameLeaf ? "block-leaf" : "block-answer", run.size(), days);
    else if (sameLeaf) fold(Reason.ADJACENT, run, 60, "adjacent", run.size());
  }

  private static long days(Period seen) {
    LocalDate first = seen.firstDay();
    return java.time.temporal.ChronoUnit.DAYS.between(first, seen.latestDay()) + 1;
  }

  private void fold(
      Reason reason, List<Member> members, int confidence, String key, Object... arguments) {
    members.forEach(member -> machines.join(members.getFirst().address(), member.address()));
    var ips = members.stream().map(this::ip).toList();
    // Successive certificates of one machine fold the same addresses.
    if (known.add(List.of(reason, ips)))
      merges.add(new Merge(reason, ips, confidence, Text.of(Host.class, key, arguments)));
  }

  /// For each host its addresses, both by number.
  List<List<Integer>> members() {
    var byRoot = new HashMap<Integer, List<Integer>>();
    for (int i = 0; i < graph.addresses().size(); i++)
      byRoot.computeIfAbsent(machines.root(i), root -> new ArrayList<>()).add(i);
    return byRoot.values().stream().sorted(Comparator.comparing(List::getFirst)).toList();
  }

  /// For each host that has any, by its lowest address, the reasons to fold.
  Map<Integer, List<Merge>> mergesByFirstMember() {
    var firstOf = new HashMap<Integer, Integer>();
    for (int i = graph.addresses().size() - 1; i >= 0; i--) firstOf.put(machines.root(i), i);
    var all = new HashMap<Integer, List<Merge>>();
    for (Merge merge : merges) {
      int root = machines.root(graph.indexOf(merge.addresses().getFirst()));
      all.computeIfAbsent(firstOf.getOrDefault(root, root), first -> new ArrayList<>()).add(merge);
    }
    return all;
  }
}
