package org.testigo.indicators.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testigo.model.AttachmentObject;
import org.testigo.model.ConfigurationProfile;
import org.testigo.model.Direction;
import org.testigo.model.FileObject;
import org.testigo.model.Hashes;
import org.testigo.model.IdentityLookup;
import org.testigo.model.Location;
import org.testigo.model.MessageObject;
import org.testigo.model.Observable;
import org.testigo.model.Observation;
import org.testigo.model.PermissionGrant;
import org.testigo.model.ProcessObject;
import org.testigo.model.ProfileEvent;
import org.testigo.model.Setting;
import org.testigo.model.Software;
import org.testigo.model.Source;
import org.testigo.model.UrlVisit;
import org.testigo.model.UserAccount;

class ModelViewTest {
  private static final String SHA1 = "0123456789abcdef0123456789abcdef01234567";
  private static final String SHA256 = SHA1 + "0123456789abcdef01234567";

  private static final Observable MESSAGE =
      new MessageObject(
          "SMS",
          Direction.INCOMING,
          Optional.of("+525500000000"),
          Optional.empty(),
          "Mira: https://www.Evil.example.org/a?b=c, o escribe a ana@example.org. 192.0.2.7:80/x",
          List.of("https://link.example.org/"),
          List.of("see old.example.org"));
  private static final Observable ATTACHMENT =
      new AttachmentObject(
          Direction.INCOMING,
          Optional.of("mailto:eve@example.org"),
          Optional.of("/var/mobile/a/b.pdf"),
          Optional.of("bill.pdf"),
          Optional.of("application/pdf"),
          OptionalLong.of(5));
  private static final Observable VISIT =
      new UrlVisit(
          "Safari",
          Optional.of("Work"),
          "https://[2001:db8::1]/x",
          Optional.of("Title"),
          Optional.of(new UrlVisit.Redirect("https://from.example.org/", NodeViews.NOON)));
  private static final Observable PROCESS =
      new ProcessObject(
          Optional.of("bh"), Optional.of("org.example.bh"), OptionalLong.empty(), Optional.empty());
  private static final Observable FILE =
      new FileObject(
          "Library/Caches/x.plist",
          Optional.of("HomeDomain"),
          OptionalLong.of(9),
          OptionalInt.empty(),
          OptionalLong.empty(),
          new Hashes(Optional.empty(), Optional.empty(), Optional.of(SHA256)));
  private static final Observable APP =
      new Software(
          "org.example.app",
          Optional.of("App"),
          Optional.of("1.2"),
          Optional.of("Example"),
          Optional.of("com.apple.AppStore"),
          List.of(SHA1, SHA256));
  private static final Observable PROFILE =
      new ConfigurationProfile(
          "id-1",
          Optional.of("org.example.mdm"),
          Optional.of("MDM"),
          Optional.of("Example"),
          List.of("com.apple.mdm", "com.apple.vpn.managed"));
  private static final Observable EVENT = new ProfileEvent("id-1", "install", "profiled");
  private static final Observable GRANT =
      new PermissionGrant(
          "kTCCServiceMicrophone", "org.example.app", PermissionGrant.Decision.ALLOWED, "user");
  private static final Observable LOOKUP =
      new IdentityLookup("com.apple.madrid", "mailto:eve@example.org", OptionalLong.empty());
  private static final Observable ACCOUNT =
      new UserAccount(
          "com.apple.account.Google",
          Optional.empty(),
          Optional.of("ana@example.org"),
          Optional.of("Ana"),
          Optional.empty());
  private static final Observable SETTING = new Setting("Info", "Build", "18E199");

  static Stream<Arguments> fulfilled() {
    return Stream.of(
        Arguments.of(MESSAGE, "[x-message:body LIKE 'Mira%' AND x-message:direction = 'incoming']"),
        Arguments.of(MESSAGE, "[x-message:links[0] = 'https://link.example.org/']"),
        Arguments.of(MESSAGE, "[x-message:earlier_bodies[*] MATCHES 'old']"),
        Arguments.of(MESSAGE, "[user-account:account_login = '+525500000000']"),
        Arguments.of(MESSAGE, "[url:value = 'https://www.Evil.example.org/a?b=c']"),
        Arguments.of(MESSAGE, "[domain-name:value = 'www.evil.example.org']"),
        Arguments.of(MESSAGE, "[domain-name:value = 'link.example.org']"),
        Arguments.of(MESSAGE, "[domain-name:value = 'old.example.org']"),
        Arguments.of(MESSAGE, "[email-addr:value = 'ana@example.org']"),
        Arguments.of(MESSAGE, "[ipv4-addr:value ISSUBSET '192.0.2.0/24']"),
        Arguments.of(ATTACHMENT, "[file:name = 'bill.pdf' AND file:mime_type LIKE '%/pdf']"),
        Arguments.of(ATTACHMENT, "[file:parent_directory_ref.path = '/var/mobile/a']"),
        Arguments.of(ATTACHMENT, "[file:size > 4 AND email-addr:value = 'eve@example.org']"),
        Arguments.of(VISIT, "[url:value LIKE '%/x' AND url:x_profile = 'Work']"),
        Arguments.of(VISIT, "[ipv6-addr:value = '2001:db8::1']"),
        Arguments.of(VISIT, "[domain-name:value = 'from.example.org']"),
        Arguments.of(PROCESS, "[process:name = 'bh' AND app:id = 'org.example.bh']"),
        Arguments.of(FILE, "[file:path = 'Library/Caches/x.plist' AND file:name = 'x.plist']"),
        Arguments.of(FILE, "[file:hashes.'SHA-256' = '" + SHA256 + "']"),
        Arguments.of(FILE, "[file:hashes.sha256 IN ('" + SHA256 + "')]"),
        Arguments.of(FILE, "[directory:path = 'Library/Caches' AND NOT EXISTS file:hashes.MD5]"),
        Arguments.of(APP, "[software:name = 'App' AND software:version >= '1.2']"),
        Arguments.of(APP, "[app:id = 'org.example.app' AND app:cert.sha1 = '" + SHA1 + "']"),
        Arguments.of(APP, "[app:cert.sha256 = '" + SHA256 + "']"),
        Arguments.of(PROFILE, "[configuration-profile:payload_types[*] = 'com.apple.mdm']"),
        Arguments.of(PROFILE, "[configuration-profile:id = 'id-1']"),
        Arguments.of(EVENT, "[configuration-profile:id = 'id-1' AND process:name = 'profiled']"),
        Arguments.of(GRANT, "[x-permission:decision = 'allowed' AND app:id = 'org.example.app']"),
        Arguments.of(LOOKUP, "[user-account:account_login = 'eve@example.org']"),
        Arguments.of(LOOKUP, "[email-addr:value = 'eve@example.org']"),
        Arguments.of(ACCOUNT, "[user-account:display_name = 'Ana']"),
        Arguments.of(SETTING, "[x-setting:name = 'Build' AND x-setting:value = '18E199']"));
  }

  @ParameterizedTest
  @MethodSource("fulfilled")
  void showsWhatWasObservedAsObjectsOfStix(Observable object, String pattern) {
    List<PatternMatch> matches = new ArrayList<>();
    var set = PatternSet.of(List.of(StixPattern.parse(pattern).compile()));

    set.begin().match(observation(object), matches::add);

    assertThat(matches).hasSize(1);
  }

  @Test
  void tellsBeforehandEveryTypeThatItMayHold() {
    for (var object :
        List.of(
            MESSAGE,
            ATTACHMENT,
            VISIT,
            PROCESS,
            FILE,
            APP,
            PROFILE,
            EVENT,
            GRANT,
            LOOKUP,
            ACCOUNT,
            SETTING)) {
      var types = new ModelView(observation(object)).types();
      assertThat(types).isNotEmpty();
      for (String type : types)
        assertThat(ModelView.mayHold(object, Set.of(type))).as(type + " " + object).isTrue();
      assertThat(ModelView.mayHold(object, Set.of("x-other"))).isFalse();
    }
  }

  private static Observation observation(Observable object) {
    return new Observation(
        object, List.of(), new Source("ios.made-up", "made-up.db", Location.WHOLE));
  }
}
