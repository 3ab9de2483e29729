package org.testigo.artifacts.ios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.testigo.Corpus;
import org.testigo.artifacts.Parsed;
import org.testigo.formats.plist.PlistBytes;
import org.testigo.model.Location;
import org.testigo.model.Moment;
import org.testigo.model.Setting;
import org.testigo.model.Source;
import org.testigo.model.Unreadable;

class GlobalPreferencesTest {
  private static Setting setting(String name, String value) {
    return new Setting("GlobalPreferences", name, value);
  }

  @Test
  void everySetting() {
    var parsed = Parsed.by(new GlobalPreferences(), GlobalPreferencesFixture.lockdownMode());
    assertThat(parsed.objects())
        .containsExactly(
            setting("AppleLanguages", "[es-MX, en]"),
            setting("AKLastEmailListRequestDateKey", "2024-04-01T08:00:00Z"),
            setting("LDMGlobalEnabled", "true"),
            setting("AppleLocale", "es_MX"));
    assertThat(parsed.observations().get(1).moments())
        .extracting(Moment::meaning, Moment::raw)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Moment.Meaning.RECORDED, "733651200"));
    assertThat(parsed.unreadables()).isEmpty();
  }

  @Test
  void settingThatUnfoldsWithoutEndIsReportedAndTheOthersAreRead() {
    var objects = new ArrayList<byte[]>();
    objects.add(PlistBytes.container(0xd0, 2, 1, 2, 3, 33));
    objects.add(PlistBytes.counted(0x50, 1, new byte[] {'a'}));
    objects.add(PlistBytes.counted(0x50, 1, new byte[] {'b'}));
    for (int i = 3; i < 33; i++) objects.add(PlistBytes.container(0xa0, 2, i + 1, i + 1));
    objects.add(new byte[] {9});
    var parsed =
        Parsed.by(
            new GlobalPreferences(),
            GlobalPreferencesFixture.file("endless", PlistBytes.assemble(objects)));
    assertThat(parsed.objects()).containsExactly(setting("b", "true"));
    assertThat(parsed.unreadables())
        .containsExactly(
            new Unreadable(
                new Source(
                    "ios.global-preferences",
                    "HomeDomain/Library/Preferences/.GlobalPreferences.plist",
                    new Location.Key("a")),
                Unreadable.Reason.LIMIT,
                "limit of 100000 bytes reached"));
  }

  @Test
  void corpusBackup() {
    byte[] content = Corpus.bytes("ios/mvt_ios_backup/0d/0dc926a1810f7aee4e8f38793ed788701f93bf9d");
    var parsed = Parsed.by(new GlobalPreferences(), GlobalPreferencesFixture.file("real", content));
    assertThat(parsed.objects())
        .hasSize(16)
        .startsWith(setting("WebKitShowLinkPreviews", "false"))
        .contains(setting("LDMGlobalEnabled", "true"))
        .endsWith(
            setting(
                "ApplePasscodeKeyboards",
                "[en_GB@sw=QWERTY;hw=Automatic, fr_FR@sw=AZERTY-French;hw=Automatic,"
                    + " emoji@sw=Emoji]"));
    assertThat(parsed.unreadables()).isEmpty();
  }
}
