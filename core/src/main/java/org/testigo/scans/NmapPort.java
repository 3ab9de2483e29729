package org.testigo.scans;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testigo.model.IpAddress;
import org.testigo.model.MalformedException;

/// What a report of Nmap says of one port, gathered element by element.
final class NmapPort {
  /// The key of a host in the output of `ssh-hostkey`: `2048 50:db:… (RSA)`.
  private static final Pattern HOST_KEY =
      Pattern.compile("(?m)^\\s*\\d{2,5} (\\S{10,100}) \\(([A-Z0-9-]{2,20})\\)");

  /// Far more than a certificate has.
  private static final int MAX_TEXT = 1 << 20;

  private final String number;
  private boolean isOpen;
  private String service = "";
  private Optional<String> product = Optional.empty();
  private String script = "";
  private String elementKey = "";
  private final StringBuilder elementText = new StringBuilder();

  private String banner = "";
  private String headers = "";
  private String pem = "";
  private final List<String> hostKeys = new ArrayList<>();

  NmapPort(String number) {
    this.number = number;
  }

  boolean isOpen() {
    return isOpen;
  }

  void start(String element, Function<String, Optional<String>> attribute) {
    elementText.setLength(0);
    switch (element) {
      case "state" -> isOpen = attribute.apply("state").filter("open"::equals).isPresent();
      case "service" -> startService(attribute);
      case "script" -> {
        script = attribute.apply("id").orElse("");
        output(attribute.apply("output").orElse(""));
      }
      default -> elementKey = attribute.apply("key").orElse("");
    }
  }

  private void startService(Function<String, Optional<String>> attribute) {
    service = attribute.apply("name").orElse("");
    boolean isProbed = attribute.apply("method").filter("probed"::equals).isPresent();
    String words =
        Stream.of("product", "version")
            .flatMap(name -> attribute.apply(name).stream())
            .collect(Collectors.joining(" "));
    if (isProbed && !words.isBlank()) product = Optional.of(words);
  }

  private void output(String output) {
    switch (script) {
      case "banner" -> banner = output;
      case "http-headers" -> headers = output;
      case "ssl-cert" -> pem = output.contains("-----BEGIN CERTIFICATE") ? output : pem;
      case "ssh-hostkey" -> {
        Matcher key = HOST_KEY.matcher(output);
        while (key.find()) hostKeys.add(key.group(2) + " " + key.group(1));
      }
      default -> {
        // What other scripts say is theirs; no fingerprint asks for it.
      }
    }
  }

  /// Characters of an element; they come in pieces.
  void text(String characters) {
    if (elementText.length() + characters.length() > MAX_TEXT) {
      throw new MalformedException(-1, "an element of more than %d characters".formatted(MAX_TEXT));
    }
    elementText.append(characters);
  }

  void end(String element) {
    if (element.equals("script")) script = "";
    if (!element.equals("elem")) return;
    if (script.equals("ssl-cert") && elementKey.equals("pem")) pem = elementText.toString();
    elementText.setLength(0);
  }

  Service service(IpAddress address) {
    var told = new Service(address, Values.port(number));
    if (!banner.isEmpty()) {
      told.answer(BinaryEdge.unescaped(utf8(banner)), service, true);
    } else if (!headers.isEmpty()) {
      told.answer(utf8(fields(headers)), "http-headers", true);
    }
    if (!pem.isEmpty()) told.chain(Certificates.chain(Certificates.ofPem(pem)));
    for (String key : hostKeys) told.imported("ssh-hostkey", Optional.of(key));
    return told.imported("nmap-service", product);
  }

  /// The lines of fields, without the two spaces in front of each and the remark on the request.
  private static String fields(String output) {
    return output
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("(Request type:"))
        .map(line -> line + "\r\n")
        .collect(Collectors.joining());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
