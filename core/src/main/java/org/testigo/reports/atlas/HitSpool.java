package org.testigo.reports.atlas;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.testigo.infrastructure.Address;
import org.testigo.infrastructure.Atlas;
import org.testigo.model.IpAddress;
import org.testigo.model.scan.CertificateLink;
import org.testigo.model.scan.FingerprintHit;
import org.testigo.model.scan.FingerprintHit.Excerpt;
import org.testigo.model.scan.Sighting;
import org.testigo.reports.JsonLines;

/// Keeps sightings on disk while a scan runs, since there may be millions, and writes `hits.jsonl`
/// once the atlas tells their grade, host and cluster. Its schema is
/// `docs/reference/hit.schema.json`.
public final class HitSpool implements AutoCloseable {
  private static final char DIVIDER = '\t';

  private final Writer spool;

  public HitSpool(OutputStream spool) {
    this.spool = new BufferedWriter(new OutputStreamWriter(spool, StandardCharsets.UTF_8), 1 << 16);
  }

  /// Keeps a sighting; in the order of reading.
  public void add(Sighting sighting) {
    var line = new ByteArrayOutputStream(512);
    try (var json = new JsonLines(line)) {
      json.object(object -> content(sighting, object));
    }
    try {
      spool.write(sighting.endpoint().address().toString());
      spool.write(DIVIDER);
      spool.write(line.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void content(Sighting sighting, JsonLines json) {
    json.number("port", sighting.endpoint().port());
    json.time("time", sighting.at().map(at -> at.at()));
    json.text(
        "precision",
        sighting
            .at()
            .map(at -> at.precision().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
            .orElse(""));
    json.text("file", sighting.source().file()).number("entry", sighting.source().entry());
    json.text("data_set", sighting.dataSet()).text("published_as", sighting.publishedAs());
    json.texts(
        "published",
        sighting.published().map(hit -> hit.fingerprints()).orElse(java.util.List.of()));
    json.text("answer_md5", sighting.answerMd5());
    json.list("certificates", sighting.chain(), link -> certificate(link, json));
    json.list("fingerprints", sighting.hits(), hit -> fingerprint(hit, json));
  }

  private static void certificate(CertificateLink link, JsonLines json) {
    json.number("position", link.position()).text("id", link.id().shown());
  }

  private static void fingerprint(FingerprintHit hit, JsonLines json) {
    json.text("id", hit.fingerprint())
        .text("family", hit.family())
        .text("generation", hit.generation())
        .truth("in_validity", hit.inValidity())
        .text("certificate", hit.certificate().map(id -> id.shown()).orElse(""));
    json.inside("extracted", inside -> new TreeMap<>(hit.extracted()).forEach(inside::text));
    json.list("evidence", hit.evidence(), excerpt -> excerpt(excerpt, json));
  }

  private static void excerpt(Excerpt excerpt, JsonLines json) {
    json.text("of", excerpt.of())
        .number("offset", excerpt.offsetBytes())
        .text("base64", Base64.getEncoder().encodeToString(excerpt.bytes().array()));
  }

  @Override
  public void close() {
    try {
      spool.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes `hits.jsonl` from the closed spool. Where addresses are hidden, the raw bytes of their
  /// answers, which may tell them, are left out.
  public static void write(InputStream spool, Atlas atlas, Redaction redaction, OutputStream out) {
    Map<IpAddress, Address> addresses = new HashMap<>();
    for (Address address : atlas.addresses()) addresses.put(address.ip(), address);
    try (var in = new BufferedReader(new InputStreamReader(spool, StandardCharsets.UTF_8));
        var to =
            new BufferedWriter(
                new OutputStreamWriter(redaction.over(out), StandardCharsets.UTF_8), 1 << 16)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int divider = line.indexOf(DIVIDER);
        var ip = IpAddress.parse(line.substring(0, divider)).orElseThrow();
        to.write(head(ip, addresses.get(ip)));
        to.write(body(line.substring(divider + 2), redaction.hides(ip)));
        to.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What only the atlas tells; all empty for an address that nothing recognised by itself.
  private static String head(IpAddress ip, @org.jspecify.annotations.Nullable Address address) {
    var head = new ByteArrayOutputStream(128);
    try (var json = new JsonLines(head)) {
      json.object(object ->
          object
              .text("ip", ip.toString())
              .text("host", address == null ? "" : address.host())
              .text("cluster", address == null ? "" : address.cluster())
              .text("grade", address == null ? "" : Shown.grade(address)));
    }
    String text = head.toString(StandardCharsets.UTF_8).strip();
    return text.substring(0, text.length() - 1) + ",";
  }

  private static String body(String json, boolean isHidden) {
    return isHidden ? json.replaceAll("\"base64\":\"[^\"]*\"", "\"base64\":\"\"") : json;
  }
}
