package org.testigo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  private static JavaSparkContext spark;

  @BeforeAll
  static void start() {
    spark = JavaSparkContext.fromSparkContext(Sessions.embedded("local[2]", 2).sparkContext());
  }

  @AfterAll
  static void stop() {
    spark.close();
  }

  @Test
  void aChainThatIsAsLongAsCanBeIsOneComponent() {
    var edges = new ArrayList<JoiningEdge>();
    for (int i = 0; i < 300; i++) edges.add(edge(i, i + 1));
    Collections.shuffle(edges, new Random(7));
    var result = Components.of(spark.parallelize(edges, 3), 2);
    assertThat(result.nodes().collectAsMap()).hasSize(301).containsValue(node(0));
    assertThat(result.nodes().values().distinct().collect()).containsExactly(node(0));
    assertThat(result.rounds()).isLessThan(12);
  }

  @Test
  void randomGraphsFallApartAsUnionFindSays() {
    var random = new Random(11);
    for (int round = 0; round < 3; round++) {
      var edges = new ArrayList<JoiningEdge>();
      for (int i = 0; i < 150; i++) edges.add(edge(random.nextInt(200), random.nextInt(200)));
      edges.removeIf(edge -> edge.from().equals(edge.to()));
      edges.addAll(List.copyOf(edges));
      assertThat(Components.of(spark.parallelize(edges, 3), 2).nodes().collectAsMap())
          .isEqualTo(bySpreading(edges));
    }
  }

  @Test
  void nothingHasNoComponents() {
    var result = Components.of(spark.parallelize(List.<JoiningEdge>of(), 1), 2);
    assertThat(result.nodes().collect()).isEmpty();
    assertThat(result.rounds()).isZero();
  }

  /// The smallest node that each hangs together with, spread along edges until nothing changes.
  private static Map<String, String> bySpreading(List<JoiningEdge> edges) {
    var least = new TreeMap<String, String>();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (JoiningEdge edge : edges) {
        var one = least.getOrDefault(edge.from(), edge.from());
        var other = least.getOrDefault(edge.to(), edge.to());
        var both = one.compareTo(other) < 0 ? one : other;
        changed |= !both.equals(least.put(edge.from(), both));
        changed |= !both.equals(least.put(edge.to(), both));
      }
    }
    return least;
  }

  private static JoiningEdge edge(int from, int to) {
    return new JoiningEdge(node(from), node(to), "leaf");
  }

  private static String node(int number) {
    return "node %04d".formatted(number);
  }
}
