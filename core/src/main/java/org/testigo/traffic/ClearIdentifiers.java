package org.testigo.traffic;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.testigo.model.ClearIdentifier;
import org.testigo.model.ClearIdentifier.Kind;
import org.testigo.model.HttpExchange;
import org.testigo.model.Moment.Meaning;

/// Finds what tells one person or device from others in a web request that is not encrypted: in the
/// parameters of its address and in its cookies, by the shape of the value, and where the shape is
/// common by the name, too.
final class ClearIdentifiers {
  private static final int MOST_PARAMETERS = 200;
  private static final Pattern MAC = Pattern.compile("(?:\\p{XDigit}{2}[:-]){5}\\p{XDigit}{2}");
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}\\.[A-Za-z]{2,24}");
  private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}\\.[0-9]{3,}");
  private static final Pattern HEX_16 = Pattern.compile("\\p{XDigit}{16}");
  private static final Pattern DIGITS_15 = Pattern.compile("[0-9]{15,16}");
  private static final Pattern ADVERTISING =
      Pattern.compile("idfa|gaid|adid|aaid|ifa|advertising.*|google_?ad.*|rdid");
  private static final Pattern DEVICE =
      Pattern.compile(
          "(android|device|hardware|installation|open|vendor|u)_?-?(id|uid|uuid).*|udid|idfv|did");
  private static final Pattern LATITUDE = Pattern.compile("lat|latitude|geo_?lat");
  private static final Pattern LONGITUDE = Pattern.compile("lon|lng|long|longitude|geo_?lon");

  private final HttpExchange.Request request;
  private final Flow flow;
  private final Emitter emitter;
  private final long frame;
  private final long nanos;
  private String latitude = "";
  private String longitude = "";

  private ClearIdentifiers(
      HttpExchange.Request request, Flow flow, Emitter emitter, long frame, long nanos) {
    this.request = request;
    this.flow = flow;
    this.emitter = emitter;
    this.frame = frame;
    this.nanos = nanos;
  }

  static void inRequest(
      HttpExchange.Request request, Flow flow, Emitter emitter, long frame, long nanos) {
    new ClearIdentifiers(request, flow, emitter, frame, nanos).read();
  }

  private void read() {
    int query = request.target().indexOf('?');
    if (query >= 0) parameters(request.target().substring(query + 1), "&", "query");
    for (var field : request.fields())
      if (field.name().equalsIgnoreCase("cookie")) parameters(field.value(), ";", "cookie");
    if (!latitude.isEmpty() && !longitude.isEmpty())
      give(Kind.COORDINATES, latitude + "," + longitude, "http query");
  }

  private void parameters(String text, String between, String where) {
    int count = 0;
    for (String pair : text.split(between, MOST_PARAMETERS)) {
      int equals = pair.indexOf('=');
      if (equals <= 0 || ++count > MOST_PARAMETERS) continue;
      var name = pair.substring(0, equals).strip();
      value(name, decoded(pair.substring(equals + 1).strip()), "http " + where + " " + name);
      if (where.equals("cookie")) cookie(name, pair.substring(equals + 1).strip());
    }
  }

  private void cookie(String name, String value) {
    if (value.length() >= 8) give(Kind.COOKIE, value, "http cookie " + name);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private void value(String name, String value, String seenIn) {
    var word = name.toLowerCase(Locale.ROOT);
    if (value.length() > 300) return;
    if (DIGITS_15.matcher(value).matches()) number(word, value, seenIn);
    else if (MAC.matcher(value).matches()) give(Kind.MAC, value, seenIn);
    else if (EMAIL.matcher(value).matches()) give(Kind.EMAIL, value, seenIn);
    else if (ADVERTISING.matcher(word).matches() && UUID.matcher(value).matches())
      give(Kind.ADVERTISING_ID, value, seenIn);
    else if (isDevice(word, value)) give(Kind.DEVICE_ID, value, seenIn);
    else if (DEGREES.matcher(value).matches()) degrees(word, value);
  }

  private static boolean isDevice(String word, String value) {
    boolean isShaped = UUID.matcher(value).matches() || HEX_16.matcher(value).matches();
    return isShaped && DEVICE.matcher(word).matches();
  }

  private void number(String word, String value, String seenIn) {
    if (word.contains("imsi")) give(Kind.IMSI, value, seenIn);
    else if (word.contains("imei") || word.contains("device") || word.equals("did")) {
      boolean isVersioned = value.length() == 16; // IMEISV: no check digit
      if (isVersioned || hasCheckDigit(value)) give(Kind.IMEI, value, seenIn);
    }
  }

  /// By Luhn's rule, as the number of every phone has it.
  static boolean hasCheckDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0 && !digits.chars().allMatch(c -> c == '0');
  }

  private void degrees(String word, String value) {
    if (LATITUDE.matcher(word).matches()) latitude = value;
    if (LONGITUDE.matcher(word).matches()) longitude = value;
  }

  private void give(Kind kind, String value, String seenIn) {
    emitter.give(
        new ClearIdentifier(kind, value, seenIn, Emitter.conversation(flow), request.host()),
        frame,
        nanos,
        Meaning.SENT);
  }
}
