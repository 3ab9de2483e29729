package org.testigo.samples;

import java.time.Instant;

/// The made-up implant: what it is called and when it did what. No such program exists.
public final class Ocelote {
  public static final String NAME = "Ocelote";

  /// Where the lures lead.
  public static final String LURE_DOMAIN = "noticias-urgentes.example";

  /// Where the lure's page sends the browser on within a second.
  public static final String LANDING_DOMAIN = "cdn-recursos.test";

  public static final String LURE_URL = "http://noticias-urgentes.example/v/7Hq2";
  public static final String LANDING_URL = "https://cdn-recursos.test/s/7Hq2?p=ios";

  /// The program that ran, without a bundle.
  public static final String PROGRAM = "ocelotd";

  /// The file that it left, in HomeDomain.
  public static final String FILE_PATH = "Library/Preferences/com.ocelote.agent.plist";

  /// The account that the phone looked up before it came.
  public static final String ACCOUNT = "lucia.ortega@correo-express.example";

  public static final Instant FIRST_LURE_AT = Instant.parse("2026-02-11T02:14:07Z");
  public static final Instant VISITED_AT = Instant.parse("2026-02-11T02:15:40.250Z");

  /// How long the lure's page lasted.
  public static final long REDIRECT_MILLIS = 400;

  public static final Instant FIRST_RAN_AT = Instant.parse("2026-02-11T02:16:21Z");
  public static final Instant LAST_RAN_AT = Instant.parse("2026-03-12T04:31:55Z");

  private Ocelote() {}
}
