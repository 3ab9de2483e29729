package org.testigo.samples.large;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The planted traces, over all artifacts and in every form in which a listed value may stand.
public final class Plants {
  private static final String DOMAIN = "domain-name:value";

  private final List<Plant> plants = new ArrayList<>();

  private Plants() {}

  public static List<Plant> all() {
    var all = new Plants();
    all.inMessages();
    all.inBrowsing();
    all.inUsage();
    all.inFilesAndSettings();
    return List.copyOf(all.plants);
  }

  /// Everything that stands at a kind of place, traces and look-alikes.
  static List<String> seenAt(Place place) {
    return all().stream()
        .filter(plant -> plant.place() == place)
        .flatMap(plant -> Stream.concat(Stream.of(plant.seen()), plant.nearMisses().stream()))
        .toList();
  }

  private void inMessages() {
    domain(Place.MESSAGE_TEXT, "mira https://%s/a?x=1");
    domain(Place.MESSAGE_TEXT, "(ver http://%s).");
    domain(Place.MESSAGE_TEXT, "entra a WWW.%S/Inicio");
    domain(Place.MESSAGE_TEXT, "http://user:secret@%s:8443/");
    domain(Place.MESSAGE_TEXT, "http://%s./punto");
    domain(Place.MESSAGE_TEXT, "https://a.b.c.%s/sub");
    punycode();
    add(
        Place.MESSAGE_TEXT,
        "url:value",
        "https://tienda.example/oferta-8",
        "oferta: https://tienda.example/oferta-8",
        "oferta: https://tienda.example/oferta-88");
    add(
        Place.MESSAGE_TEXT,
        "ipv4-addr:value",
        "192.0.2.9",
        "http://192.0.2.9/x",
        "http://192.0.2.90/x",
        "http://192.0.2.9.example/x");
    add(
        Place.MESSAGE_TEXT,
        "ipv6-addr:value",
        "2001:db8::10",
        "http://[2001:db8::10]:8080/x",
        "http://[2001:db8::1010]/x");
    for (int i = 0; i < 6; i++) domain(Place.MESSAGE_BODY_ONLY, "aquí está: https://%s/k" + i);
    domain(Place.MESSAGE_LINK, "https://%s/vista");
    domain(Place.MESSAGE_LINK, "http://%s/otra");
    domain(Place.MESSAGE_WITHOUT_HANDLE, "aviso %s/sin-remitente");
    domain(Place.MESSAGE_BEFORE_EDIT, "antes decía https://%s/borrado");
    file(Place.ATTACHMENT, "~/Library/SMS/Attachments/0a/10/%s");
    file(Place.ATTACHMENT, "/var/mobile/Library/SMS/Attachments/0b/11/%s");
  }

  private void punycode() {
    add(
        Place.MESSAGE_TEXT,
        DOMAIN,
        "maldici\u00f3n-07.test",
        "https://xn--maldicin-07-web.test/",
        "https://xn--maldicin-08-web.test/");
  }

  private void inBrowsing() {
    for (int i = 0; i < 6; i++) domain(Place.VISIT, "https://%s/pagina/" + i);
    domain(Place.VISIT, "https://m.%s/movil?ref=1#seccion");
    domain(Place.VISIT, "http://%s:8080/puerto");
    for (int i = 0; i < 3; i++) domain(Place.REDIRECT_DESTINATION, "https://%s/destino/" + i);
    for (int i = 0; i < 2; i++) domain(Place.VISIT_IN_PROFILE, "https://%s/perfil/" + i);
  }

  private void inUsage() {
    for (int i = 0; i < 3; i++) program(Place.DATA_USAGE, "%s");
    program(Place.DATA_USAGE, "%s/com.apple.datausage.maps");
    for (int i = 0; i < 3; i++) program(Place.DAILY_USAGE, "%s");
  }

  private void inFilesAndSettings() {
    for (int i = 0; i < 3; i++) file(Place.FILE, "Library/Caches/%s");
    for (int i = 0; i < 2; i++) {
      String relative = "Library/Caches/evil-folder-%d/agent".formatted(next());
      String full = "/private/var/mobile/" + relative;
      add(Place.FILE, "file:path", full, relative, relative + "ur", "Other/" + relative);
    }
    for (int i = 0; i < 2; i++) program(Place.PERMISSION, "%s");
    for (int i = 0; i < 2; i++) account();
  }

  private int next() {
    return plants.size() + 1;
  }

  /// @param form with `%s` where the domain stands, or `%S` where it stands in upper case
  private void domain(Place place, String form) {
    String value = "evil-%02d.test".formatted(next());
    add(
        place,
        DOMAIN,
        value,
        form.formatted(value),
        form.formatted("not" + value),
        form.formatted(value + ".example"));
  }

  private void file(Place place, String form) {
    String value = "evil-%02d.plist".formatted(next());
    add(
        place,
        "file:name",
        value,
        form.formatted(value),
        form.formatted("not" + value),
        form.formatted(value + ".bak"));
  }

  private void program(Place place, String form) {
    String value = "evild-%02d".formatted(next());
    add(
        place,
        "process:name",
        value,
        form.formatted(value),
        form.formatted("not" + value),
        form.formatted(value + "0"));
  }

  private void account() {
    String value = "evil-%02d@correo.example".formatted(next());
    add(
        Place.IDENTITY_LOOKUP,
        "email-addr:value",
        value,
        "mailto:" + value,
        "mailto:not" + value,
        "mailto:" + value + ".org");
  }

  private void add(Place place, String type, String value, String seen, String... nearMisses) {
    plants.add(new Plant(next(), place, type, value, seen, List.of(nearMisses)));
  }
}
