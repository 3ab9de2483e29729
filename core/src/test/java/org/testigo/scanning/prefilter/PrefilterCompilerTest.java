package org.testigo.scanning.prefilter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.Literal;
import org.testigo.model.scan.Prefilter;
import org.testigo.model.scan.Subject;
import org.testigo.scans.Carriage;
import org.testigo.scans.Carriage.Spelling;

class PrefilterCompilerTest {
  private static final List<String> LITERALS =
      List.of(
          "Hallo Steffi",
          "HTTP/1.1 404 NotFound\r\n",
          "400 BadRequest",
          "\r\nContent-Length: 140\r\n\r\n",
          "<meta http-equiv=\"refresh\" content=\"0;url=http://",
          "</a>\\&'",
          "\u00e9\u00ff\u0000\u0001caf\u00e9 con leche",
          "\u0006\b+\u0006\u0001\u0005\u0005\u0007\u0003\u0002",
          "RCS Certification Authority");

  @ParameterizedTest
  @EnumSource(
      value = Spelling.class,
      names = {"RAW", "JSON_TEXT", "BASE64", "HEX", "QUOTED_PRINTABLE", "PEM", "APART"})
  void missesNoLegalSpelling(Spelling spelling) {
    var random = new Random(spelling.ordinal());
    Prefilter prefilter = compile(spelling, LITERALS);
    for (int i = 0; i < 40_000; i++) {
      String literal = LITERALS.get(random.nextInt(LITERALS.size()));
      String content = noise(random) + literal + noise(random);
      byte[] line = line(random, RandomSpelling.of(spelling, content, random));
      assertThat(prefilter.next(line, 0, line.length))
          .as("%s in %s", literal, new String(line, ISO_8859_1))
          .isNotNegative();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Spelling.class,
      names = {"RAW", "JSON_TEXT", "BASE64", "HEX"})
  void passesOverOrdinaryLines(Spelling spelling) {
    var random = new Random(7);
    Prefilter prefilter =
        compile(spelling, LITERALS.stream().filter(text -> text.length() > 10).toList());
    int candidates = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] line = line(random, RandomSpelling.usual(spelling, noise(random).repeat(10)));
      if (prefilter.next(line, 0, line.length) >= 0) candidates++;
    }
    assertThat(candidates).isLessThan(5);
  }

  @Test
  void givesThePlacesInTheirOrderAndOnlyBetweenItsBounds() {
    Prefilter prefilter = compile(Spelling.RAW, List.of("Steffi", "NotFound"));
    byte[] text = "..Steffi\n....\nNotFound\nSteff".getBytes(ISO_8859_1);
    assertThat(prefilter.next(text, 0, text.length)).isEqualTo(2);
    assertThat(prefilter.next(text, 3, text.length)).isEqualTo(14);
    assertThat(prefilter.next(text, 15, text.length)).isEqualTo(-1);
    assertThat(prefilter.next(text, 0, 7)).isEqualTo(-1);
    assertThat(prefilter.next(text, 0, 0)).isEqualTo(-1);
  }

  @Test
  void findsAtEveryPlaceForEveryLength() {
    for (int length = 4; length < 30; length++) {
      String literal = "abcdefghijklmnopqrstuvwxyz0123".substring(0, length);
      Prefilter prefilter = compile(Spelling.RAW, List.of(literal));
      for (int before = 0; before < 40; before++) {
        byte[] text = (".".repeat(before) + literal).getBytes(ISO_8859_1);
        assertThat(prefilter.next(text, 0, text.length)).isEqualTo(before);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ab", "abc"})
  void literalsTooShortToSearchForAreEverywhere(String literal) {
    assertThat(compile(Spelling.RAW, List.of(literal, "a long literal")))
        .isSameAs(Prefilter.EVERYWHERE);
  }

  @Test
  void whatTheFormatDoesNotCarryIsNowhere() {
    var certificate = new Literal(Subject.CERTIFICATE, new Bytes("HT srl".getBytes(ISO_8859_1)));
    assertThat(
            PrefilterCompiler.compile(
                List.of(certificate), List.of(new Carriage(Subject.ANSWER, Spelling.BASE64))))
        .isSameAs(Prefilter.NOWHERE);
  }

  @Test
  void whatTheFormatTearsApartIsEverywhere() {
    assertThat(compile(Spelling.APART, LITERALS)).isSameAs(Prefilter.EVERYWHERE);
  }

  @Test
  void anEscapedBackslashBeginsNoEscape() {
    Prefilter prefilter = compile(Spelling.JSON_TEXT, List.of("Hallo Steffi"));
    byte[] script = "{\"a\":\"\\\\u0041\\\\\\\\u0041\"}".getBytes(ISO_8859_1);
    assertThat(prefilter.next(script, 0, script.length)).isEqualTo(-1);
    byte[] escape = "{\"a\":\"\\\\\\u0041\"}".getBytes(ISO_8859_1);
    assertThat(prefilter.next(escape, 0, escape.length)).isEqualTo(8);
  }

  @Test
  void findsAddressesAndDigestsInEitherCase() {
    Prefilter prefilter =
        PrefilterCompiler.compile(
            List.of(), List.of(), List.of("192.0.2.7", "0726bcf0cbde02377a4212623912b9d1"));
    byte[] text = "198.51.100.1,0726BCF0cbde02377A4212623912b9d1\n".getBytes(ISO_8859_1);
    assertThat(prefilter.next(text, 0, text.length)).isEqualTo(13);
    byte[] address = "{\"ip\":\"192.0.2.7\"}".getBytes(ISO_8859_1);
    assertThat(prefilter.next(address, 0, address.length)).isEqualTo(7);
  }

  private static Prefilter compile(Spelling spelling, List<String> literals) {
    var all = new ArrayList<Literal>();
    for (String literal : literals)
      all.add(new Literal(Subject.ANSWER, new Bytes(literal.getBytes(ISO_8859_1))));
    return PrefilterCompiler.compile(all, List.of(new Carriage(Subject.ANSWER, spelling)));
  }

  /// Bytes that hold no literal.
  private static String noise(Random random) {
    byte[] noise = new byte[random.nextInt(60)];
    random.nextBytes(noise);
    return new String(noise, ISO_8859_1);
  }

  private static byte[] line(Random random, String value) {
    String before = "{\"ip\":\"192.0.2." + random.nextInt(256) + "\",\"data\":\"";
    return (before + value + "\"}\n").getBytes(ISO_8859_1);
  }

  /// Writes bytes in every legal way.
  private static final class RandomSpelling {
    static String of(Spelling spelling, String content, Random random) {
      byte[] bytes = content.getBytes(ISO_8859_1);
      return switch (spelling) {
        case RAW -> content.replace("\"", random.nextBoolean() ? "\"" : "\"\"");
        case JSON_TEXT -> json(content, random);
        case BASE64 -> json(base64(bytes, random), random);
        case HEX -> json(hex(bytes, random), random);
        case QUOTED_PRINTABLE -> quoted(content, random);
        case PEM ->
            json(
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(bytes),
                random);
        case APART -> content;
      };
    }

    static String usual(Spelling spelling, String content) {
      byte[] bytes = content.getBytes(ISO_8859_1);
      return switch (spelling) {
        case BASE64 -> Base64.getEncoder().encodeToString(bytes);
        case HEX -> HexFormat.of().formatHex(bytes);
        case JSON_TEXT -> {
          var json = new StringBuilder();
          for (char c : content.toCharArray())
            json.append(
                UnusualEscape.isPlain(c) ? String.valueOf(c) : "\\u%04x".formatted((int) c));
          yield json.toString();
        }
        case RAW, QUOTED_PRINTABLE, PEM, APART -> content;
      };
    }

    private static String base64(byte[] bytes, Random random) {
      var encoder = random.nextBoolean() ? Base64.getEncoder() : Base64.getUrlEncoder();
      return (random.nextBoolean() ? encoder : encoder.withoutPadding()).encodeToString(bytes);
    }

    private static String hex(byte[] bytes, Random random) {
      var text = new StringBuilder();
      for (char digit : HexFormat.of().formatHex(bytes).toCharArray())
        text.append(random.nextBoolean() ? digit : Character.toUpperCase(digit));
      return text.toString();
    }

    /// Lines differ in how often they escape what needs no escape: mostly never.
    private static String json(String text, Random random) {
      int odds = random.nextInt(4);
      var json = new StringBuilder();
      for (char c : text.toCharArray()) json.append(json(c, odds, random));
      return json.toString();
    }

    private static String json(char c, int odds, Random random) {
      boolean mustEscape = c < 0x20 || c == '"' || c == '\\';
      boolean mayEscape = !UnusualEscape.isPlain(c) || (odds == 0 && random.nextInt(20) == 0);
      if (!mustEscape && !(mayEscape && random.nextBoolean())) return String.valueOf(c);
      int shortForm = "\b\f\n\r\t\"\\/".indexOf(c);
      if (shortForm >= 0 && random.nextBoolean()) return "\\" + "bfnrt\"\\/".charAt(shortForm);
      String digits = "%04x".formatted((int) c);
      return "\\u" + (random.nextBoolean() ? digits : digits.toUpperCase(Locale.ROOT));
    }

    private static String quoted(String text, Random random) {
      int odds = random.nextInt(3);
      var quoted = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean plain = UnusualQuoted.isPlain(c) ? odds > 0 || random.nextInt(9) > 0 : c == ' ';
        String code = (random.nextBoolean() ? "=%02x" : "=%02X").formatted((int) c);
        quoted.append(plain ? String.valueOf(c) : code);
      }
      return quoted.toString();
    }
  }
}
