package org.testigo.formats.netflow;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/// Makes datagrams of made-up flows.
public final class Datagrams {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /// 2024-05-01T00:00:00Z, when all of them are sent.
  private static final String SENT = "66318600";

  /// Fifty seconds after the exporter was started.
  private static final String UP = "0000c350";

  /// @param hex may hold spaces
  public Datagrams hex(String hex) {
    out.writeBytes(HexFormat.of().parseHex(hex.replace(" ", "")));
    return this;
  }

  /// 192.0.2.7:40000 to 198.51.100.9:443, TCP, 5 packets of 1,000 bytes, from 40 to 45 seconds
  /// after the start; and its answer of 9 packets and 8,000 bytes.
  public Datagrams version5() {
    return hex("0005 0002" + UP + SENT + "00000000 00000001 0000 0000")
        .hex("c0000207 c6336409 00000000 0000 0000 00000005 000003e8 00009c40 0000afc8")
        .hex("9c40 01bb 00 1b 06 00 0000 0000 00 00 0000")
        .hex("c6336409 c0000207 00000000 0000 0000 00000009 00001f40 00009c40 0000afc8")
        .hex("01bb 9c40 00 1b 06 00 0000 0000 00 00 0000");
  }

  /// Template 256: addresses, ports, protocol, bytes in three bytes, packets, first and last.
  public Datagrams version9Template() {
    return hex("0009 0001" + UP + SENT + "00000001 0000002a 0000 002c 0100 0009")
        .hex("0008 0004 000c 0004 0007 0002 000b 0002 0004 0001 0001 0003 0002 0001")
        .hex("0016 0004 0015 0004");
  }

  /// One record of it, with padding: a UDP flow of 192.0.2.7 to 203.0.113.5 port 53.
  public Datagrams version9Data() {
    return hex("0009 0001" + UP + SENT + "00000002 0000002a 0100 0020")
        .hex("c0000207 cb007105 c350 0035 11 000100 03 0000c350 0000c350 000000");
  }

  /// A template with an element of variable length of an enterprise and one of the other direction,
  /// and a record of it over IPv6 that began ten seconds before it was sent.
  public Datagrams ipfix() {
    return hex("000a 0087" + SENT + "00000001 00000007")
        .hex("0002 0030 0101 0008 001b 0010 001c 0010 0004 0001 0001 0008 8001 0008 00007279")
        .hex("0098 0008 8009 ffff 00000009 000b 0002")
        .hex("0101 0047 20010db8000000000000000000000001 20010db8000000000000000000000002 06")
        .hex("0000000000000400 0000000000000800 0000018f317348f0 04 74657374 01bb")
        .hex("000000");
  }

  public byte[] bytes() {
    return out.toByteArray();
  }
}
