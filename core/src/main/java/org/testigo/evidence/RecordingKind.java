package org.testigo.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.testigo.formats.capture.CaptureReader;

/// The kinds of files in which networks are recorded, told from their first bytes; logs of Zeek
/// that have no header also from their names. The word of a kind is the domain of its files.
public enum RecordingKind {
  /// Packets: pcap and pcapng.
  CAPTURE,
  /// Logs of Zeek, as tables or as JSON.
  ZEEK,
  /// Events of Suricata.
  EVE,
  /// Datagrams of NetFlow and IPFIX, one after the other.
  NETFLOW,
  /// Ways to destinations: traceroute, mtr, tracert and RIPE Atlas.
  TRACEROUTE;

  /// How many unpacked bytes are looked at.
  static final int START_BYTES = 4096;

  private static final String ZEEK_LOGS = "(open_)?(conn|dns|ssl|http|x509|files|dhcp|quic)";
  private static final Pattern ZEEK_NAME =
      Pattern.compile(
          "(.*/)?" + ZEEK_LOGS + "([._][^/]*)?\\.(log|ndjson)(\\.[a-z0-9]+)*", Pattern.DOTALL);
  private static final Pattern ZEEK_PATH = Pattern.compile("(?m)^#path\\s+(\\S+)\\s*$");
  private static final Pattern ZEEK_KNOWN = Pattern.compile(ZEEK_LOGS);
  private static final Pattern EVENT = Pattern.compile("\"event_type\"\\s*:");
  private static final Pattern ZEEK_ENTRY =
      Pattern.compile(
          "(?s)\\{\\s*\"(ts|_path|_node_name)\"\\s*:.*\"(conn_state|qtype|trans_id|trans_depth"
              + "|certificate\\.serial|fuid|next_protocol|ssl_history)\"\\s*:.*");
  private static final Pattern ATLAS =
      Pattern.compile("\"(msm_id|prb_id|paris_id|msm_name)\"\\s*:");
  private static final Pattern MTR = Pattern.compile("\\{\\s*\"report\"\\s*:\\s*\\{\\s*\"mtr\"");
  private static final Pattern TRACE =
      Pattern.compile(
          "(?m)\\A\\s*(?:.*\\R){0,3}(traceroute6? to |tracing route to |traza a |start: .*\\R\\s*host: |host: "
              + ".*loss%)");

  /// The domain of its files.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @param name as handed in
  /// @param start the first bytes, unpacked
  static Optional<RecordingKind> of(String name, byte[] start) {
    if (CaptureReader.recognises(start)) return Optional.of(CAPTURE);
    if (isFlowExport(start)) return Optional.of(NETFLOW);
    String text = new String(start, StandardCharsets.ISO_8859_1);
    return ofText(text).or(() -> ofName(name));
  }

  private static Optional<RecordingKind> ofName(String name) {
    return ZEEK_NAME.matcher(name).matches() ? Optional.of(ZEEK) : Optional.empty();
  }

  private static Optional<RecordingKind> ofText(String text) {
    String start = text.strip();
    boolean isJson = start.startsWith("{") || start.startsWith("[");
    if (start.startsWith("#separator")) return ofZeekPath(start);
    if (isJson && EVENT.matcher(start).find()) return Optional.of(EVE);
    if (isJson && (MTR.matcher(start).lookingAt() || ATLAS.matcher(start).find()))
      return Optional.of(TRACEROUTE);
    if (ZEEK_ENTRY.matcher(start).matches()) return Optional.of(ZEEK);
    boolean isTrace = TRACE.matcher(start.toLowerCase(Locale.ROOT)).find();
    return isTrace ? Optional.of(TRACEROUTE) : Optional.empty();
  }

  /// Logs of other things than connections, such as the programs that Zeek loaded, are not read. A
  /// header without a path is told by the name, too.
  private static Optional<RecordingKind> ofZeekPath(String start) {
    var path = ZEEK_PATH.matcher(start);
    boolean isKnown = path.find() && ZEEK_KNOWN.matcher(path.group(1)).matches();
    return isKnown ? Optional.of(ZEEK) : Optional.empty();
  }

  /// The version, and behind the header what only such a datagram has there.
  private static boolean isFlowExport(byte[] start) {
    if (start.length < 20) return false;
    return switch (number(start, 0)) {
      case 5 -> number(start, 2) > 0 && start.length >= 24 + 48;
      case 9 -> start.length >= 24 && isSet(number(start, 20), number(start, 22), 2);
      case 10 -> number(start, 2) >= 20 && isSet(number(start, 16), number(start, 18), 4);
      default -> false;
    };
  }

  /// @param reserved below 256, so many numbers have a meaning: the templates of this version
  private static boolean isSet(int number, int length, int reserved) {
    return (number < reserved || number >= 256) && length >= 4;
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
