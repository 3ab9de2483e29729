package org.testigo.indicators.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.Corpus;
import org.testigo.indicators.Indicator;
import org.testigo.indicators.PackReport.Refusal;
import org.testigo.indicators.Seen;

class PackReaderTest {
  private static final String MISP =
      """
      {"response": [{"Event": {"Attribute": [
        {"type": "domain", "category": "Network activity", "to_ids": true, "value": "evil.test"},
        {"type": "domain", "category": "Network activity", "to_ids": false, "value": "also.test"},
        {"type": "link", "category": "External analysis", "to_ids": false, "value": "https://r.test/"},
        {"type": "domain", "to_ids": true, "deleted": true, "value": "deleted.test"},
        {"type": "filename|md5", "to_ids": "1", "value": "a.doc|d41d8cd98f00b204e9800998ecf8427f",
         "ShadowAttribute": [{"type": "domain", "to_ids": true, "value": "inner.test"}]},
        {"type": "ip-dst|port", "to_ids": true, "value": "192.0.2.7|443"},
        {"type": "text", "to_ids": true, "value": "words"}],
       "ShadowAttribute": [{"type": "domain", "to_ids": true, "value": "proposed.test"}],
       "Object": [
        {"Attribute": [{"type": "url", "to_ids": true, "value": "hxxp://evil[.]test/a"}], "deleted": false},
        {"Attribute": [{"type": "url", "to_ids": true, "value": "http://gone.test/"}], "deleted": "1"}],
       "RelatedEvent": [{"Event": {"info": "other"}}],
       "info": "Made-up campaign"}}]}
      """;

  private static PackReader.Read read(String name, String content) {
    return new PackReader().read(new PackFile(name, content.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> values(PackReader.Read read) {
    return read.indicators().stream().map(each -> each.type() + " " + each.value()).toList();
  }

  private static List<String> refusals(PackReader.Read read) {
    return read.report().refused().stream()
        .map(refusal -> refusal.subject() + " " + refusal.why().key())
        .toList();
  }

  @Test
  void mispGivesAttributesAndObjectsAndRefusesTheRestWithReasons() {
    var read = read("misp.json", MISP);
    assertThat(read.indicators())
        .containsExactly(
            Indicator.of("domain-name:value", "evil.test", "Made-up campaign"),
            new Indicator(
                "also.test", "domain-name:value", "Made-up campaign", Optional.empty(), false),
            Indicator.of("file:name", "a.doc", "Made-up campaign"),
            Indicator.of("file:hashes.md5", "d41d8cd98f00b204e9800998ecf8427f", "Made-up campaign"),
            Indicator.of("ipv4-addr:value", "192.0.2.7", "Made-up campaign"),
            Indicator.of("url:value", "http://evil.test/a", "Made-up campaign"));
    assertThat(refusals(read))
        .containsExactly(
            "https://r.test/ reference",
            "deleted.test deleted",
            "words type-unknown",
            "proposed.test proposed",
            "http://gone.test/ deleted");
  }

  @Test
  void stixNamesWhatAnIndicatorIndicatesWhereverTheRelationshipStands() {
    var read =
        read(
            "a.stix2",
            """
            {"objects": [
              {"type": "relationship", "relationship_type": "indicates", "source_ref": "indicator--1",
               "target_ref": "malware--1"},
              {"type": "indicator", "id": "indicator--1", "name": "own name",
               "pattern": "[domain-name:value = 'a.test' OR file:hashes.'SHA-256' = 'AA']",
               "valid_until": "2021-01-01T00:00:00Z", "valid_from": "2099-01-01T00:00:00Z"},
              {"type": "indicator", "id": "indicator--2", "name": "own name",
               "pattern": "[domain-name:value IN ('b.test', 'c\\\\'d.test')]"},
              {"type": "indicator", "id": "indicator--3", "revoked": true,
               "pattern": "[domain-name:value = 'revoked.test']"},
              {"type": "indicator", "id": "indicator--4", "pattern_type": "yara",
               "pattern": "rule a { condition: true }"},
              {"type": "indicator", "id": "indicator--5", "pattern": "[domain-name:value ~ 'x']"},
              {"type": "indicator", "id": "indicator--6"},
              {"type": "malware", "id": "malware--1", "name": "Implant"}],
             "type": "bundle"}
            """);
    assertThat(read.indicators())
        .containsExactly(
            new Indicator(
                "a.test",
                "domain-name:value",
                "Implant",
                Optional.of(Instant.parse("2021-01-01T00:00:00Z")),
                true),
            new Indicator(
                "AA",
                "file:hashes.sha256",
                "Implant",
                Optional.of(Instant.parse("2021-01-01T00:00:00Z")),
                true),
            Indicator.of("domain-name:value", "b.test", "own name"),
            Indicator.of("domain-name:value", "c'd.test", "own name"));
    assertThat(refusals(read))
        .containsExactly(
            "indicator--3 revoked",
            "indicator--4 pattern-type",
            "indicator--5 pattern-malformed",
            "indicator--6 no-pattern");
    assertThat(read.report().loaded()).isTrue();
    assertThat(read.report().sha256()).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "iocs.csv => '\uFEFFValue,Entity_Type,Description\r\nevil[.]test,hostname,x\r\n\"a\"\"b, c\",file,x' => domain-name:value evil.test|file:name a\"b|file:name c",
        "iocs.csv => 'value;type\nevil.test;domain' => domain-name:value evil.test",
        "table.csv => 'Domain,MD5,App\nevil.test,,Spy\n' => domain-name:value evil.test",
        "ips.txt => '# made up\n192.0.2.1\n2001:db8::/32 # net\n' => ipv4-addr:value 192.0.2.1|ipv6-addr:value 2001:db8::/32",
        "hosts => '127.0.0.1 evil.test\n0.0.0.0\tbad.test' => domain-name:value evil.test|domain-name:value bad.test",
        "processes.txt => 'one two\nroleaboutd\n' => process:name one two|process:name roleaboutd",
        "any.lst => 'hxxps://evil[.]test/a\nsomeone@evil.test\n/private/var/tmp/x' => url:value https://evil.test/a|email-addr:value someone@evil.test|file:path /private/var/tmp/x",
        "x.ioc => '<ioc ><definition><Indicator operator=\"OR\"><IndicatorItem condition=\"is\"><Context search=\"ProcessItem/name\"/><Content>p</Content></IndicatorItem></Indicator></definition></ioc>' => process:name p"
      })
  void readsTablesListsAndDocuments(String name, String content, String expected) {
    assertThat(String.join("|", values(read(name, content)))).isEqualTo(expected);
  }

  @Test
  void openIocRefusesWhatCountsOnlyTogether() {
    var read =
        read(
            "x.ioc",
            """
            <?xml version="1.0"?>
            <ioc xmlns="http://schemas.mandiant.com/2010/ioc"><description>Campaign</description>
            <definition><Indicator operator="OR">
              <IndicatorItem id="evil.test" condition="is"><Context search="Network/DNS"/><Content/></IndicatorItem>
              <IndicatorItem condition="contains"><Context search="Network/DNS"/><Content>part</Content></IndicatorItem>
              <IndicatorItem condition="is"><Context search="Unheard/Of"/><Content>x</Content></IndicatorItem>
              <Indicator operator="AND">
                <IndicatorItem condition="is"><Context search="FileItem/Md5sum"/><Content>a</Content></IndicatorItem>
                <IndicatorItem condition="is"><Context search="FileItem/FileName"/><Content>b</Content></IndicatorItem>
              </Indicator>
            </Indicator></definition></ioc>
            """);
    assertThat(read.indicators())
        .containsExactly(Indicator.of("domain-name:value", "evil.test", "Campaign"));
    assertThat(refusals(read))
        .containsExactlyInAnyOrder(
            "part openioc-condition", "x type-unknown", "a openioc-and", "b openioc-and");
  }

  @ParameterizedTest
  @CsvSource({
    "a.stix2,'',empty-file",
    "a.stix2,'{\"type\": \"bundle\", \"objects\": [{\"type\"',json-malformed",
    "a.stix2,'{\"type\": \"bundle\", \"objects\": []}',nothing-loaded",
    "a.stix2,'{\"type\": \"bundle\"}',stix-empty",
    "a.json,'{\"a\": 1}',json-other",
    "a.json,'{\"a\": ',json-malformed",
    "a.json,'{\"list\": [], \"matching_attributes\": []}',warninglist",
    "README.md,'evil.test',document",
    "a.yar,'rule a {}',yara",
    "a.rules,'alert tcp any',network-rules",
    "a.xml,'<stix:STIX_Package xmlns:=\"x\">',stix-1",
    "a.yaml,'indicators:\n - a',index",
    "a.txt,'A letter to somebody.\nIt says nothing.',not-a-pack",
    "a.ioc,'<ioc ><definition>',xml-malformed"
  })
  void refusesWithTheReason(String name, String content, String key) {
    var read = read(name, content);
    assertThat(read.report().loaded()).isFalse();
    assertThat(read.indicators()).isEmpty();
    assertThat(read.report().refused().getLast().why().key()).isEqualTo(key);
  }

  @Test
  void neverExpandsEntities() {
    var bomb =
        """
        <!DOCTYPE ioc [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]>
        <ioc ><definition><Indicator operator="OR"><IndicatorItem condition="is">
        <Context search="Network/DNS"/><Content>&f;&a;</Content></IndicatorItem></Indicator></definition></ioc>
        """;
    var read = read("x.ioc", bomb);
    assertThat(read.indicators()).isEmpty();
    assertThat(read.report().loaded()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "bom_utf16.json,stix-empty,stix2",
    "deep_array.json,json-malformed,json",
    "deep_object.json,json-malformed,json",
    "dup_keys_stix.json,nothing-loaded,stix2",
    "numbers.json,json-malformed,json"
  })
  void hostileJsonIsRefusedCleanly(String file, String key, String suffix) {
    var read =
        new PackReader()
            .read(new PackFile("x." + suffix, Corpus.bytes("hostile/generated/json/" + file)));
    assertThat(read.report().loaded()).isFalse();
    assertThat(read.report().refused().getLast().why().key()).isEqualTo(key);
  }

  @Test
  void packsInUtf16AreRead() {
    var bytes =
        ("\uFEFF" + Seen.bundle("[domain-name:value = 'evil.test']"))
            .getBytes(StandardCharsets.UTF_16LE);
    var read = new PackReader().read(new PackFile("a.stix2", bytes));
    assertThat(values(read)).containsExactly("domain-name:value evil.test");
  }

  @Test
  void thousandsOfRefusalsAreCounted() {
    var patterns = new String[3_000];
    java.util.Arrays.fill(patterns, "[no pattern");
    var refused = read("a.stix2", Seen.bundle(patterns)).report().refused();
    assertThat(refused).hasSize(1_002);
    assertThat(refused.get(1_000).why().arguments()).containsExactly(2_000L);
  }

  /// Cut at many places and with bytes changed, every pack ends loaded or refused; nothing else
  /// ever comes out.
  @ParameterizedTest
  @ValueSource(strings = {"a.stix2", "misp.json", "a.csv", "a.ioc", "domains.txt", "ioc.yaml"})
  void damagedPacksEndLoadedOrRefused(String name) {
    byte[] whole = sample(name).getBytes(StandardCharsets.UTF_8);
    var reader = new PackReader();
    for (int length = 0; length < whole.length; length += 3) {
      var report = reader.read(new PackFile(name, java.util.Arrays.copyOf(whole, length))).report();
      assertThat(report.loaded() || !report.refused().isEmpty()).isTrue();
    }
    var random = new Random(11);
    for (int i = 0; i < 400; i++) {
      byte[] changed = whole.clone();
      for (int j = 0; j < 3; j++)
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      var report = reader.read(new PackFile(name, changed)).report();
      assertThat(report.loaded() || !report.refused().isEmpty()).isTrue();
    }
  }

  private static String sample(String name) {
    return switch (name) {
      case "a.stix2" -> Seen.bundle("[domain-name:value = 'evil.test']", "[a:b IN ('c')]");
      case "misp.json" -> MISP;
      case "a.csv" -> "value,type,to_ids\n\"evil.test\",domain,1\nx,file,0\n";
      case "a.ioc" ->
          "<ioc ><definition><Indicator operator=\"OR\"><IndicatorItem id=\"a.test\" condition=\"is\">"
              + "<Context search=\"Network/DNS\"/><Content>b.test</Content></IndicatorItem>"
              + "</Indicator></definition></ioc>";
      case "domains.txt" -> "evil.test\nhxxp://evil[.]test\n";
      default -> "- name: Spy\n  packages:\n  - com.spy\n  c2:\n    domains:\n    - evil.test\n";
    };
  }

  /// Every reason has its words in both languages.
  @Test
  void everyReasonIsWorded() {
    var english = ResourceBundle.getBundle(PackFormat.class.getName(), Locale.ENGLISH);
    var spanish = ResourceBundle.getBundle(PackFormat.class.getName(), Locale.of("es"));
    assertThat(spanish.keySet()).isEqualTo(english.keySet()).contains("revoked", "json-other");
    List<Refusal> refused = read("misp.json", MISP).report().refused();
    assertThat(english.keySet())
        .containsAll(refused.stream().map(each -> each.why().key()).toList());
  }
}
