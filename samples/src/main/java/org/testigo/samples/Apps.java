package org.testigo.samples;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.testigo.samples.formats.BinaryPlist;
import org.testigo.samples.formats.Dict;

/// The apps of the made-up phone, as `Info.plist` lists them.
final class Apps {
  private Apps() {}

  /// An app.
  ///
  /// @param program the name of its executable
  record App(
      String bundle, String program, String name, String artist, String version, String source) {}

  private static final String STORE = "com.apple.AppStore";

  static final List<App> FROM_THE_STORE =
      List.of(
          app("org.example.mensajero", "Mensajero", "Mensajero", "Mensajero Libre", "9.4.1"),
          app("org.example.correo", "Correo", "Correo Claro", "Ejemplo Software", "3.20"),
          app("example.clima", "Clima", "Clima CDMX", "Nubes SA", "12.1"),
          app("example.musica", "Musica", "Música", "Sonidos SC", "8.0.3"),
          app("example.taxi", "TaxiSeguro", "Taxi Seguro", "Movilidad Ejemplo", "5.77"),
          app("example.mapas", "Mapas", "Mapas sin red", "Cartografía Libre", "2.15"),
          app("example.notas", "Notas", "Notas de voz", "Ejemplo Software", "1.9"),
          app("example.pagos", "Pagos", "Pagos", "Caja de Ejemplo", "6.6.0"),
          app("example.recetas", "Recetas", "Recetario", "Cocina Ejemplo", "4.2"),
          app("org.example.diario", "Diario", "El Diario", "Diario de Ejemplo", "7.31"),
          app("org.example.radio", "Radio", "Radio en vivo", "Ondas Ejemplo", "2.0.8"),
          app("example.ejercicio", "Ejercicio", "Cinco minutos", "Salud Ejemplo", "10.3"));

  private static final App FROM_ELSEWHERE =
      new App(
          "example.seguridad.movil",
          "SeguridadMovil",
          "Seguridad Móvil",
          "Servicios de Ejemplo",
          "1.0",
          "com.example.instalador");

  static Dict info(Variant variant) {
    var apps = new ArrayList<>(FROM_THE_STORE);
    if (variant.hasImplant()) apps.add(FROM_ELSEWHERE);
    var details = new ArrayList<Dict.Entry>();
    for (App app : apps) details.add(new Dict.Entry(app.bundle(), details(app, details.size())));
    return Dict.of(
        "Applications", new Dict(details),
        "GUID", "0CE107E0000040008000000000000001",
        "ICCID", "8952000000000000014",
        "IMEI", "000000000000000",
        "Installed Applications", apps.stream().map(App::bundle).toList(),
        "MEID", "00000000000000",
        "Phone Number", "+52 55 5550 0101",
        "iTunes Version", "12.13.7");
  }

  private static Dict details(App app, int number) {
    Instant bought = MadeUpPhone.SET_UP_AT.plusSeconds(1_000L + number * 86_400L);
    Dict metadata =
        Dict.of(
            "artistName", app.artist(),
            "bundleShortVersionString", app.version(),
            "bundleVersion", app.version() + ".1",
            "com.apple.iTunesStore.downloadInfo", Dict.of("purchaseDate", bought.toString()),
            "itemName", app.name(),
            "itemId", 1_500_000_000L + number,
            "softwareVersionBundleId", app.bundle(),
            "sourceApp", app.source());
    return Dict.of(
        "PlaceholderIcon", ("made-up icon of " + app.bundle()).getBytes(StandardCharsets.UTF_8),
        "iTunesMetadata", BinaryPlist.write(metadata));
  }

  private static App app(
      String bundle, String program, String name, String artist, String version) {
    return new App(bundle, program, name, artist, version, STORE);
  }
}
