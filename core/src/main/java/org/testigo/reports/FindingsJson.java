package org.testigo.reports;

import java.io.OutputStream;
import java.util.List;
import org.testigo.cases.Case;
import org.testigo.model.Finding;
import org.testigo.model.IndicatorReference;
import org.testigo.model.Sightings;

/// Writes `findings.jsonl`: one finding per line, strongest class first. Only the observations
/// behind a finding are in it.
public final class FindingsJson {
  private FindingsJson() {}

  public static void write(Case theCase, Words words, OutputStream out) {
    try (var json = new JsonLines(out)) {
      for (Finding finding : theCase.findings())
        json.object(object -> finding(finding, words, object));
    }
  }

  private static void finding(Finding finding, Words words, JsonLines json) {
    json.text("id", finding.id());
    json.text("class", finding.findingClass().word());
    json.text("detection", finding.detection());
    json.text("title", words.say(finding.title()));
    json.text("why", words.say(finding.why()));
    json.number("confidence", finding.confidence());
    json.truth("uniqueTrace", finding.uniqueTrace());
    json.list("indicators", finding.indicators(), indicator -> indicator(indicator, words, json));
    json.inside("observations", observations -> sightings(finding.sightings(), observations));
    json.texts("explanations", finding.explanations().stream().map(words::say).toList());
    json.texts("nextSteps", finding.nextSteps().stream().map(words::say).toList());
    json.texts("attributions", finding.attributions());
  }

  private static void indicator(IndicatorReference indicator, Words words, JsonLines json) {
    json.text("value", indicator.value())
        .text("type", indicator.type())
        .text("pack", indicator.pack());
    json.text("name", indicator.name())
        .texts("notes", indicator.notes().stream().map(words::say).toList());
  }

  private static void sightings(Sightings sightings, JsonLines json) {
    json.number("count", sightings.count())
        .time("first", sightings.first())
        .time("last", sightings.last());
    json.texts("artifacts", List.copyOf(sightings.artifacts()));
    json.list("examples", sightings.examples(), example -> example(example, json));
  }

  private static void example(Sightings.Example example, JsonLines json) {
    var source = example.observation().source();
    json.text("artifact", source.artifact())
        .text("file", source.file())
        .text("location", source.location().toString());
    json.time("time", example.observation().firstObserved()).text("value", example.value());
    json.text("text", Described.inOneLine(example.observation().object()));
    json.list(
        "moments",
        example.observation().moments(),
        moment ->
            json.text("meaning", moment.meaning().word())
                .text("time", moment.at().toString())
                .text("raw", moment.raw()));
  }
}
