package org.testigo.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A request in the clear and its answer, without their bodies.
///
/// @param request empty where only the answer was seen
/// @param status of the answer; empty where none was seen
/// @param answerFields of the answer's header
public record HttpExchange(
    Conversation conversation,
    Optional<Request> request,
    OptionalInt status,
    List<HeaderField> answerFields)
    implements Observable {
  public HttpExchange {
    answerFields = List.copyOf(answerFields);
  }

  /// What was asked for.
  ///
  /// @param target as it stands in the first line: a path, or a whole address where a proxy is
  ///   asked
  /// @param fields of the header, in their order
  public record Request(String method, String target, List<HeaderField> fields) {
    public Request {
      fields = List.copyOf(fields);
    }

    public Optional<String> host() {
      return first(fields, "host");
    }

    public Optional<String> userAgent() {
      return first(fields, "user-agent");
    }

    public Optional<String> referer() {
      return first(fields, "referer");
    }
  }

  /// A line of a header. Secrets of a log-in are left out, long values are cut.
  public record HeaderField(String name, String value) {}

  /// The first value of a field of the answer.
  ///
  /// @param name in lower case
  public Optional<String> answerField(String name) {
    return first(answerFields, name);
  }

  private static Optional<String> first(List<HeaderField> fields, String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(HeaderField::value)
        .findFirst();
  }

  /// The address that was asked for, with the server's number where the request names no host;
  /// empty where there is no request, or it is for a tunnel.
  public Optional<String> url() {
    return request.filter(asked -> !asked.method().equals("CONNECT")).map(this::url);
  }

  private String url(Request asked) {
    if (asked.target().contains("://") && !asked.target().startsWith("/")) return asked.target();
    var host = asked.host().filter(name -> !name.isBlank()).orElse(conversation.serverText());
    return "http://" + host + (asked.target().startsWith("/") ? "" : "/") + asked.target();
  }
}
