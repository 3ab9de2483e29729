package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.model.MalformedException;

/// The grammar vectors of the OASIS validator and the examples of the specification.
class SyntaxVectorsTest {
  @Test
  void everyVectorIsAcceptedOrRefusedAsPublished() {
    var vectors = Vectors.syntax(Corpus.path(Vectors.SYNTAX));
    List<Vectors.Syntax> wrong = new ArrayList<>();
    for (var vector : vectors) if (accepts(vector) != vector.valid()) wrong.add(vector);

    System.out.println("STIX pattern syntax vectors: " + vectors.size() + " ran");
    assertThat(vectors).hasSize(102);
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatIsAcceptedSurvivesBeingWrittenAndReadAgain() {
    var valid =
        Vectors.syntax(Corpus.path(Vectors.SYNTAX)).stream().filter(Vectors.Syntax::valid).toList();
    assertThat(valid)
        .hasSize(79)
        .allSatisfy(vector -> {
          var pattern = StixPattern.parse(vector.pattern());
          var again = StixPattern.parse(pattern.toString());
          assertThat(again.expression()).isEqualTo(pattern.expression());
        });
  }

  private static boolean accepts(Vectors.Syntax vector) {
    try {
      StixPattern.parseStrictly(vector.pattern(), vector.version());
      return true;
    } catch (MalformedException refusal) {
      return false;
    }
  }
}
