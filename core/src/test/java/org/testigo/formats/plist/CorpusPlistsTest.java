package org.testigo.formats.plist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.Corpus;
import org.testigo.formats.plist.PlistValue.Array;
import org.testigo.formats.plist.PlistValue.Dictionary;
import org.testigo.model.Budget;
import org.testigo.model.Budget.Allowance;
import org.testigo.model.LimitHitException;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

/// The property lists of the corpus: the test files of other readers, real ones of phones and
/// computers, and hostile ones.
@Timeout(60)
class CorpusPlistsTest {
  private static final int MAX_CHARACTERS = 1_000_000;

  private static PlistValue parse(byte[] bytes) {
    return Plist.parse(bytes, new Budget(Allowance.DEFAULT, System::nanoTime));
  }

  private static String words(byte[] bytes) {
    return PlistText.of(parse(bytes), MAX_CHARACTERS);
  }

  private static String words(String name) {
    return words(Corpus.bytes(name));
  }

  private static Dictionary plaso(String name) {
    return (Dictionary) parse(Corpus.bytes("ios/plists/plaso/" + name));
  }

  @ParameterizedTest
  @CsvSource({
    "libplist/signed, -1",
    "libplist/unsigned, 18446744073709551615",
    "libplist/order, '{test: [1, 1], foo: [[1], {test: foo}, [1], [1]]}'",
  })
  void binaryAndXmlPairs(String stem, String expected) {
    assertThat(words("ios/plists/" + stem + ".bplist")).isEqualTo(expected);
    assertThat(words("ios/plists/" + stem + ".plist")).isEqualTo(expected);
  }

  @Test
  void everyOffsetAndReferenceSize() {
    for (int size : List.of(2, 3, 4, 6, 7, 8)) {
      assertThat(words("ios/plists/libplist/dictref%dbytes.bplist".formatted(size)))
          .isEqualTo("{A: B}");
    }
    for (int size : List.of(3, 4, 8)) {
      assertThat(words("ios/plists/libplist/off%dbytes.bplist".formatted(size)))
          .isEqualTo("{A: B}");
    }
    assertThat(words("ios/plists/libplist/offxml.plist")).isEqualTo("{A: B}");
  }

  @Test
  void everyUtf32Form() {
    for (String form : List.of("32be", "32be-bom", "32le", "32le-bom")) {
      assertThat(words("ios/plists/ddplist/test-xml-utf-" + form + ".plist"))
          .isEqualTo(
              "{keyA: valueA, key&B: value&B ✅, date: 2011-11-28T09:21:30Z, data: data"
                  + " 0x000000041041082082, array: [true, false, 87, 3.14159]}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "libplist/uid.bplist | object 7",
        "libplist/hex.plist | 7932961166869",
        "libplist/empty_keys.plist | {: empty key, : empty key with comment}",
        "ddplist/infinity-binary.plist | {a: Infinity, b: -Infinity}",
        "ddplist/infinity-xml.plist | {a: Infinity, b: -Infinity}",
        "ddplist/issue4.plist | {Device Name: Kid’s iPhone}",
        "ddplist/issue16.plist | 2.718280076980591",
        "ddplist/issue22-emoji.plist | {emojiString: Test Test, 😰❔👍👎🔥}",
        "plaso/org.cups.printers.plist | []",
        "plaso/com.apple.networkextension.uuidcache.plist | {}",
        "plaso/launchd.minimal.plist | {Label: foo, Program: /usr/bin/true}",
      })
  void oddButLegalLists(String name, String expected) {
    assertThat(words("ios/plists/" + name)).isEqualTo(expected);
  }

  @Test
  void numbersToTheirLimits() {
    assertThat(words("ios/plists/ddplist/testNegative-bin.plist"))
        .isEqualTo(
            "{number: -1234, number4: -9223372036854775808, number3: -3.12312423423, number2:"
                + " 9223372036854775807, number5: 2.352535353543534E19, number6:"
                + " -9.999923123123122E14}");
  }

  @Test
  void longLists() {
    assertThat(((Array) parse(Corpus.bytes("ios/plists/libplist/6.plist"))).values())
        .hasSize(4_000)
        .startsWith(PlistValue.Whole.of(1))
        .endsWith(PlistValue.Whole.of(4_000));
    var strings = (Dictionary) parse(Corpus.bytes("ios/plists/libplist/3.plist"));
    assertThat(strings.data("Some Data").orElseThrow()).hasSize(21_930);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ddplist/github-issue42.plist | size 118 of an offset, expected 1 to 8",
        "ddplist/github-issue72.plist | size 0 of an offset, expected 1 to 8",
        "ddplist/github-issue73-2.plist | 8 bytes, expected a property list of at least 42",
        "ddplist/github-issue73-3.plist | 7 bytes, expected a property list of at least 42",
        "ddplist/github-issue73-4.plist | character U+007F at the start, expected bplist00 or <",
        "ddplist/github-issue73-6.plist | character U+0008 at the start, expected bplist00 or <",
        "ddplist/github-issue76-xml.plist | <integer> with 42xy",
        "libplist/amp.plist | not well-formed XML from here on",
        "plaso/empty.plist | a property list without a value",
      })
  void damagedListsAreRefused(String name, String reason) {
    assertThatThrownBy(() -> words("ios/plists/" + name))
        .isInstanceOf(MalformedException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ddplist/github-issue73-1.plist",
        "ddplist/github-issue73-5.plist",
        "ddplist/github-issue76.plist",
        "ddplist/github-issue88.plist",
        "ddplist/issue33.pbxproj",
        "ddplist/test-ascii-utf-8.plist",
        "ddplist/test-ascii-utf-16be.plist",
        "ddplist/test-ascii-utf-16le.plist",
        "ddplist/test-ascii-utf-32be.plist",
        "ddplist/test-ascii-utf-32le.plist",
        "ddplist/test1-ascii-multiline-handling.plist",
        "libplist/o2.ostep",
        "libplist/test.strings",
      })
  void openStepListsAreNamed(String name) {
    assertThatThrownBy(() -> words("ios/plists/" + name))
        .isInstanceOf(UnsupportedLayoutException.class)
        .hasMessage("an OpenStep (ASCII) property list, expected a binary or XML one");
  }

  @Test
  void jsonListIsNamed() {
    assertThatThrownBy(() -> words("ios/plists/libplist/j1.json"))
        .isInstanceOf(UnsupportedLayoutException.class)
        .hasMessageStartingWith("a JSON text");
  }

  @Test
  void downloadsOfSafari() {
    var downloads = plaso("Downloads.plist").array("DownloadHistory").orElseThrow().values();
    assertThat(downloads).hasSize(4);
    var first = (Dictionary) downloads.getFirst();
    assertThat(first.text("DownloadEntryURL"))
        .hasValue("https://www.dotpdn.com/files/paint.net.4.3.12.install.anycpu.web.zip");
    assertThat(first.whole("DownloadEntryProgressTotalToLoad")).hasValue(826_337);
    assertThat(first.date("DownloadEntryDateAddedKey").orElseThrow().at())
        .isEqualTo("2022-12-14T19:05:26.862793Z");
    assertThat(first.date("DownloadEntryDateFinishedKey").orElseThrow().at())
        .isEqualTo("2022-12-14T19:05:30.620490Z");
  }

  @Test
  void historyOfAnOldSafari() {
    var visits = plaso("History.plist").array("WebHistoryDates").orElseThrow().values();
    assertThat(visits).hasSize(18);
    var visit = (Dictionary) visits.get(8);
    assertThat(visit.text("title")).hasValue("Amínósýrur");
    assertThat(visit.text("")).hasValue("http://netverslun.sci-mx.is/aminosyrur");
    assertThat(visit.text("lastVisitedDate")).hasValue("395009634.0");
  }

  @Test
  void otherRealLists() {
    var shortcuts = plaso("com.apple.spotlight.plist").dictionary("UserShortcuts").orElseThrow();
    assertThat(shortcuts.entries()).hasSize(9);
    var grab = shortcuts.dictionary("gr").orElseThrow();
    assertThat(grab.text("DISPLAY_NAME")).hasValue("Grab");
    assertThat(grab.date("LAST_USED").orElseThrow().at()).isEqualTo("2013-12-23T18:21:41.900938Z");
    var networks =
        plaso("com.apple.airport.preferences.plist").array("RememberedNetworks").orElseThrow();
    assertThat(networks.values()).hasSize(4);
    assertThat(((Dictionary) networks.values().getFirst()).text("SSIDString")).hasValue("europa");
    var known = plaso("loginwindow.plist");
    assertThat(known.text("LoginHook")).hasValue("/Users/matthew/login.sh");
    assertThat(known.text("LogoutHook")).hasValue("/Users/matthew/logout.sh");
    assertThat(plaso("com.apple.security.KCN.plist").date("applicationDate").orElseThrow().raw())
        .isEqualTo("0000-12-30T00:00:00Z");
  }

  @Test
  void listsOfAPhone() {
    var backup = (Dictionary) parse(Corpus.bytes("ios/plaso/ios/com.apple.MobileBackup.plist"));
    assertThat(backup.date("AccountEnabledDate").orElseThrow().at())
        .isEqualTo("2023-04-15T13:58:42.481634Z");
    var wifi =
        (Dictionary) parse(Corpus.bytes("ios/plaso/ios/com.apple.wifi.known-networks.plist"));
    var network = wifi.dictionary("wifi.network.ssid.Matt_Foley").orElseThrow();
    assertThat(network.array("BSSList").orElseThrow().values()).hasSize(9);
    assertThat(network.date("AddedAt").orElseThrow().at()).isEqualTo("2023-04-15T13:53:47.476017Z");
  }

  @Test
  void hostileListsEndInAReason() {
    assertThat(endings("hostile/plist")).isEqualTo(Map.of("malformed", 41, "unsupported", 7));
  }

  @Test
  void generatedHostileListsEndInAReason() {
    assertThat(endings("hostile/generated/plist")).isEqualTo(Map.of("limit", 1, "malformed", 3));
    assertThat(endings("hostile/generated/xml")).isEqualTo(Map.of("malformed", 5));
  }

  private static Map<String, Integer> endings(String folder) {
    var endings = new TreeMap<String, Integer>();
    for (Path file : Corpus.filesBelow(folder)) {
      endings.merge(ending(Corpus.read(file)), 1, Integer::sum);
    }
    return endings;
  }

  private static String ending(byte[] bytes) {
    try {
      return "read: " + words(bytes);
    } catch (MalformedException e) {
      return "malformed";
    } catch (LimitHitException e) {
      return "limit";
    } catch (UnsupportedLayoutException e) {
      return "unsupported";
    }
  }

  @Test
  void artemisLists() {
    var items =
        (Dictionary)
            parse(Corpus.bytes("ios/artemis/macos/loginitems/bundled_app/loginitems.501.plist"));
    assertThat(items.text("com.docker.helper")).hasValue("com.docker.docker");
    assertThatThrownBy(() -> words("ios/artemis/macos/emond/bad_data/bad_plist.plist"))
        .isInstanceOf(MalformedException.class)
        .hasMessage("not well-formed XML from here on");
    assertThatThrownBy(() -> words("ios/artemis/macos/loginitems/malformed/bad_plist.btm"))
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith("<data> with");
  }
}
