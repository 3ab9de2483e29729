package org.testigo.formats.keyedarchive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testigo.Corpus;
import org.testigo.formats.keyedarchive.ArchivedValue.Named;
import org.testigo.formats.keyedarchive.ArchivedValue.Nothing;
import org.testigo.formats.keyedarchive.ArchivedValue.Plain;
import org.testigo.formats.keyedarchive.ArchivedValue.Sequence;
import org.testigo.formats.keyedarchive.ArchivedValue.Table;
import org.testigo.formats.keyedarchive.ArchivedValue.Text;
import org.testigo.formats.keyedarchive.ArchivedValue.Url;
import org.testigo.formats.plist.PlistBytes;
import org.testigo.formats.plist.PlistValue;
import org.testigo.model.Budget;
import org.testigo.model.MalformedException;
import org.testigo.model.UnsupportedLayoutException;

class KeyedArchiveTest {
  private final KeyedArchiveBytes archive = new KeyedArchiveBytes();

  private ArchivedValue root(PlistValue.Uid root) {
    return KeyedArchive.open(archive.with(root), Budget.unhurried()).root();
  }

  @Test
  void plainValues() {
    assertThat(root(archive.add("NSString", Map.of("NS.string", "a")))).isEqualTo(new Text("a"));
    assertThat(root(archive.add("b"))).isEqualTo(new Text("b"));
    assertThat(root(new PlistValue.Uid(0))).isEqualTo(new Nothing());
    assertThat(root(archive.add("NSNull", Map.of()))).isEqualTo(new Nothing());
    assertThat(root(archive.add(7))).isEqualTo(new Plain(PlistValue.Whole.of(7)));
  }

  @Test
  void dateAndUuid() {
    var date = (ArchivedValue.Time) root(archive.add("NSDate", Map.of("NS.time", 588_813_210.5)));
    assertThat(date.at()).isEqualTo("2019-08-29T23:13:30.500Z");
    assertThat(date.raw()).isEqualTo("588813210.5");
    byte[] bytes = new byte[16];
    bytes[15] = 1;
    assertThat(root(archive.add("NSUUID", Map.of("NS.uuidbytes", bytes))))
        .isEqualTo(new ArchivedValue.Uuid(new UUID(0, 1)));
  }

  @Test
  void addressesJoinedWithTheirBase() {
    var base =
        archive.add(
            "NSURL",
            Map.of(
                "NS.base",
                new PlistValue.Uid(0),
                "NS.relative",
                archive.add("https://example.org/a/b")));
    var url = archive.add("NSURL", Map.of("NS.base", base, "NS.relative", archive.add("../c")));
    assertThat(root(url)).isEqualTo(new Url("https://example.org/c"));
    assertThat(KeyedArchive.open(archive.with(url), Budget.unhurried()).urls())
        .containsExactly("https://example.org/a/b", "https://example.org/c");
  }

  @Test
  void collections() {
    var key = archive.add("key");
    var list = archive.add("NSMutableArray", Map.of("NS.objects", List.of(key, key)));
    var table =
        archive.add("NSDictionary", Map.of("NS.keys", List.of(key), "NS.objects", List.of(list)));
    var read = (Table) root(table);
    assertThat(((Sequence) read.get("key").orElseThrow()).values())
        .containsExactly(new Text("key"), new Text("key"));
    assertThat(read.get("other")).isEmpty();
  }

  @Test
  void unknownClassKeepsItsNameAndFields() {
    var link = archive.add("LPLinkMetadata", Map.of("title", archive.add("Noticias"), "n", 3));
    var read = (Named) root(link);
    assertThat(read.className()).isEqualTo("LPLinkMetadata");
    assertThat(read.names()).containsExactlyInAnyOrder("title", "n");
    assertThat(read.get("title")).hasValue(new Text("Noticias"));
  }

  @Test
  void objectsInACircleCanBeHeld() {
    var self = new PlistValue.Uid(1);
    var list = archive.add(Map.of("NS.objects", List.of(self), "$class", new PlistValue.Uid(2)));
    archive.add(Map.of("$classname", "NSArray"));
    var read = (Sequence) root(list);
    assertThat(((Sequence) read.values().getFirst()).values()).hasSize(1);
  }

  @Test
  void addressThatIsItsOwnBaseIsRefused() {
    var self = new PlistValue.Uid(1);
    var url =
        archive.add(Map.of("NS.base", self, "NS.relative", "x", "$class", new PlistValue.Uid(2)));
    archive.add(Map.of("$classname", "NSURL"));
    assertThatThrownBy(() -> root(url))
        .isInstanceOf(MalformedException.class)
        .hasMessage("an address with endless bases");
  }

  @Test
  void otherListsAreRefused() {
    assertThatThrownBy(() -> KeyedArchive.open(PlistBytes.binary(Map.of()), Budget.unhurried()))
        .isInstanceOf(UnsupportedLayoutException.class)
        .hasMessage("an archive of archiver none, expected NSKeyedArchiver");
    assertThatThrownBy(() -> root(new PlistValue.Uid(99)))
        .isInstanceOf(MalformedException.class)
        .hasMessage("reference to object 99 of 1");
  }

  @Test
  void realRichLink() {
    var archive =
        KeyedArchive.open(
            Corpus.bytes("ios/imessage_payloads/url_message/URL.plist"), Budget.unhurried());
    var link = (Named) archive.root();
    var metadata = (Named) link.get("richLinkMetadata").orElseThrow();
    assertThat(metadata.className()).isEqualTo("LPLinkMetadata");
    assertThat(metadata.get("originalURL")).hasValue(new Url("https://chrissardegna.com"));
    assertThat(metadata.get("title")).hasValue(new Text("Christopher Sardegna"));
    assertThat(archive.urls())
        .containsExactly(
            "https://chrissardegna.com",
            "https://chrissardegna.com/",
            "https://chrissardegna.com/favicon.ico");
  }

  @ParameterizedTest
  @CsvSource({
    "app_message/Slideshow, https://share.icloud.com/photos/1337h4x0r_jk#Home",
    "app_message/Game, data:?ver=48&data=pr3t3ndth3r3154b10b0fd4t4h3re=3",
    "app_message/CheckinLate, ?messageType=1&interfaceVersion=1&sendDate=1697316869.688709",
    "app_store/AppStoreLink, https://apps.apple.com/app/id1560298214",
    "url_message/Reminder, https://www.icloud.com/reminders/ZmFrZXVybF9mb3JfcmVtaW5kZXI#TestList",
  })
  void realPayloadsWithOneAddress(String name, String url) {
    byte[] bytes = Corpus.bytes("ios/imessage_payloads/" + name + ".plist");
    assertThat(KeyedArchive.open(bytes, Budget.unhurried()).urls()).containsExactly(url);
  }

  @Test
  void realArchiveOfAnotherProgram() {
    byte[] bytes = Corpus.bytes("ios/plists/plaso/NSKeyedArchiver.plist");
    var root = (Named) KeyedArchive.open(bytes, Budget.unhurried()).root();
    assertThat(root.className()).isEqualTo("OC_BuiltinPythonDictionary");
    var keys = ((Sequence) root.get("NS.keys").orElseThrow()).values();
    assertThat(keys).hasSize(8);
    assertThat(((Named) keys.getFirst()).get("NS.string")).hasValue(new Text("MyArray"));
  }
}
