package org.testigo.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/// Connected components of a graph that need not fit into one machine: large stars and small stars
/// in turn, until nothing changes. A star costs one shuffle of the edges; the rounds grow with the
/// square of the logarithm of the number of nodes, in practice three to six.
///
/// A large star ties all larger neighbours of a node to its smallest neighbour; a small star ties
/// the smaller neighbours of a node, and itself, to the smallest of them. At the end every node is
/// tied to the smallest of its component. The neighbours of a node come sorted, the smallest first,
/// and are never held together: a node may have millions.
///
/// @see <a href="https://doi.org/10.1145/2670979.2670997">Kiveris and others: Connected Components
///   in MapReduce and Beyond, 2014</a>
public final class Components {
  private final int partitions;

  private Components(int partitions) {
    this.partitions = partitions;
  }

  /// What came of it.
  ///
  /// @param nodes each with the smallest node that hangs together with it
  /// @param rounds how many were needed
  public record Result(JavaPairRDD<String, String> nodes, int rounds) {}

  /// A node and one that it is tied to. Sorted by both.
  private record Tie(String node, String other) implements Serializable, Comparable<Tie> {
    private static final Comparator<Tie> ORDER =
        Comparator.comparing(Tie::node).thenComparing(Tie::other);

    @Override
    public int compareTo(Tie tie) {
      return ORDER.compare(this, tie);
    }
  }

  /// Ties of one node meet.
  private static final class ByNode extends Partitioner {
    private static final long serialVersionUID = 1;

    private final int partitions;

    ByNode(int partitions) {
      this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
      return partitions;
    }

    @Override
    public int getPartition(Object key) {
      return Math.floorMod(((Tie) key).node().hashCode(), partitions);
    }
  }

  /// What a set of ties is compared by: their number and the sum of their hashes.
  private record Sum(long count, long hashes) implements Serializable {
    static final Sum NONE = new Sum(0, 0);

    Sum with(Tie tie) {
      long hash = 0x9e37_79b9_7f4a_7c15L * tie.node().hashCode() + tie.other().hashCode();
      return new Sum(count + 1, hashes + (hash ^ hash >>> 29) * 0xbf58_476d_1ce4_e5b9L);
    }

    Sum and(Sum more) {
      return new Sum(count + more.count, hashes + more.hashes);
    }
  }

  /// The components of what the edges join.
  ///
  /// @param partitions into how many the edges are split
  public static Result of(JavaRDD<JoiningEdge> edges, int partitions) {
    return new Components(partitions)
        .of(edges.map(edge -> larger(edge.from(), edge.to())).filter(tie -> !isLoop(tie)));
  }

  private Result of(JavaRDD<Tie> edges) {
    var stars = kept(edges);
    var before = Sum.NONE;
    int rounds = 0;
    for (var sum = sum(stars); !sum.equals(before); sum = sum(stars)) {
      before = sum;
      rounds++;
      var next = kept(smallStar(largeStar(stars)));
      // Counted before what it is made from is let go.
      next.count();
      stars.unpersist();
      stars = next;
    }
    var nodes =
        stars
            .flatMapToPair(tie ->
                List.of(
                        new Tuple2<>(tie.node(), tie.other()),
                        new Tuple2<>(tie.other(), tie.other()))
                    .iterator())
            .distinct(partitions);
    return new Result(nodes, rounds);
  }

  private static JavaRDD<Tie> kept(JavaRDD<Tie> ties) {
    return ties.persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static Sum sum(JavaRDD<Tie> ties) {
    return ties.aggregate(Sum.NONE, Sum::with, Sum::and);
  }

  /// The tie of two nodes, from the larger to the smaller.
  private static Tie larger(String one, String other) {
    return one.compareTo(other) < 0 ? new Tie(other, one) : new Tie(one, other);
  }

  private static boolean isLoop(Tie tie) {
    return tie.node().equals(tie.other());
  }

  private JavaRDD<Tie> largeStar(JavaRDD<Tie> stars) {
    return stars
        .flatMapToPair(
            tie -> List.of(keyed(tie), keyed(new Tie(tie.other(), tie.node()))).iterator())
        .repartitionAndSortWithinPartitions(new ByNode(partitions))
        .mapPartitions(sorted -> new Stars(sorted, Components::largeStar));
  }

  /// One neighbour of a node; the smallest comes first.
  private static void largeStar(Star star, String neighbour) {
    if (neighbour.compareTo(star.node()) <= 0) return;
    var centre = star.least().compareTo(star.node()) < 0 ? star.least() : star.node();
    star.give(new Tie(neighbour, centre));
  }

  private JavaRDD<Tie> smallStar(JavaRDD<Tie> stars) {
    return stars
        .mapToPair(Components::keyed)
        .repartitionAndSortWithinPartitions(new ByNode(partitions))
        .mapPartitions(sorted -> new Stars(sorted, Components::smallStar));
  }

  private static void smallStar(Star star, String neighbour) {
    boolean isLeast = neighbour.equals(star.least());
    star.give(new Tie(isLeast ? star.node() : neighbour, star.least()));
  }

  private static Tuple2<Tie, Boolean> keyed(Tie tie) {
    return new Tuple2<>(tie, true);
  }

  /// A node and its neighbours, one after the other.
  ///
  /// @param least the smallest of the neighbours
  private record Star(String node, String least, List<Tie> given) {
    void give(Tie tie) {
      given.add(tie);
    }
  }

  /// Goes through sorted ties, node by node, without those that come again.
  private static final class Stars implements Iterator<Tie> {
    private final Iterator<Tuple2<Tie, Boolean>> sorted;
    private final BiConsumer<Star, String> each;
    private final List<Tie> given = new ArrayList<>();
    private Tie last = new Tie("", "");
    private Star star = new Star("", "", given);
    private int taken;

    Stars(Iterator<Tuple2<Tie, Boolean>> sorted, BiConsumer<Star, String> each) {
      this.sorted = sorted;
      this.each = each;
    }

    @Override
    public boolean hasNext() {
      while (taken == given.size()) {
        given.clear();
        taken = 0;
        if (!sorted.hasNext()) return false;
        var tie = sorted.next()._1();
        if (tie.equals(last)) continue;
        last = tie;
        if (!tie.node().equals(star.node())) star = new Star(tie.node(), tie.other(), given);
        each.accept(star, tie.other());
      }
      return true;
    }

    @Override
    public Tie next() {
      if (!hasNext()) throw new java.util.NoSuchElementException();
      return given.get(taken++);
    }
  }
}
