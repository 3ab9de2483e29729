package org.testigo.reports.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testigo.reports.html.Html;
import org.testigo.reports.maps.MapPicture.Arc;
import org.testigo.reports.maps.MapPicture.Steps;
import org.testigo.reports.maps.MapPicture.Value;

class MapPictureTest {
  private static String picture(Arc... arcs) {
    var html = new Html();
    var values =
        Map.of(
            "MX", new Value(7, "México: <7>", Optional.of(new Steps(0, 3))),
            "DE", new Value(0, "Alemania: 0", Optional.empty()));
    new MapPicture(
            WorldMap.bundled(),
            "m",
            "two",
            new Scale(List.of(5L)),
            values,
            List.of(arcs),
            MapPicture.View.WORLD)
        .write(html);
    return html.toString();
  }

  private static Arc arc(String from, String to, boolean directed) {
    return new Arc(from, to, "weak", directed, "seen once", Optional.empty());
  }

  @Test
  void coloursByClassAndHatchesWhereThereIsNoData() {
    var svg = picture();
    assertThat(svg).contains("class=\"land class1\" data-first=\"0\" data-last=\"3\"");
    assertThat(svg).contains("class=\"land class0\"");
    assertThat(svg.split("land hatched", -1)).hasSize(235);
    assertThat(svg).contains("<title>México: &lt;7&gt;</title>").contains(">MX</text>");
  }

  @Test
  void drawsAnArrowOnlyWhereTheEvidenceGivesAnOrder() {
    assertThat(picture(arc("MX", "DE", true))).contains("marker-end=\"url(#tip)\"");
    assertThat(picture(arc("MX", "DE", false)))
        .contains("class=\"arc weak\"")
        .doesNotContain("marker-end");
  }

  @Test
  void drawsNoArcWithinACountryOrToNowhere() {
    assertThat(picture(arc("MX", "MX", true), arc("MX", "ZZ", true))).doesNotContain("class=\"arc");
  }
}
