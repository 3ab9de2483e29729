package org.testigo.scans;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An HTTP response as ZGrab keeps it, put together again.
final class ZgrabResponse {
  private ZgrabResponse() {}

  /// Whether the header stands as it came: newer versions can keep its bytes.
  static boolean isOrderKnown(Json response) {
    return response.at("headers_raw").isPresent();
  }

  static byte[] raw(Json response) {
    byte[] body = Json.bytes(response.at("body"));
    var head = response.at("headers_raw").flatMap(Json::asText);
    if (head.isPresent()) return HttpText.joined(Base64Bytes.of(head.get(), "headers_raw"), body);
    boolean isEmpty = response.at("status_line").isEmpty() && response.at("headers").isEmpty();
    return isEmpty && body.length == 0 ? body : rebuilt(response, body);
  }

  private static byte[] rebuilt(Json response, byte[] body) {
    var http =
        new HttpText(
            response.at("protocol", "name").flatMap(Json::text).orElse("HTTP/1.1"),
            response.text("status_line").or(() -> response.text("status_code")).orElse(""));
    response
        .at("headers")
        .map(Json::members)
        .orElse(Map.of())
        .forEach((name, values) -> {
          if (name.equals("unknown")) values.items().forEach(it -> unknown(http, it));
          else fields(http, name, values.items());
        });
    return http.withBody(body);
  }

  /// A field whose name ZGrab does not know stands as `{"key": …, "value": […]}`.
  private static void unknown(HttpText http, Json field) {
    var values = field.at("value").map(Json::items).orElse(List.of());
    fields(http, field.text("key").orElse(""), values);
  }

  private static void fields(HttpText http, String name, List<Json> values) {
    for (Json value : values) {
      http.field(HttpText.name(name), Json.bytes(Optional.of(value)));
    }
  }
}
