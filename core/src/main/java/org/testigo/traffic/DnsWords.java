package org.testigo.traffic;

import org.testigo.formats.dns.DnsMessage.Resource;
import org.testigo.formats.dns.ResourceData;

/// The numbers of DNS as words, by the registry of its parameters.
final class DnsWords {
  static final int OPTIONS = 41;

  private DnsWords() {}

  static String type(int number) {
    return switch (number) {
      case 1 -> "A";
      case 2 -> "NS";
      case 5 -> "CNAME";
      case 6 -> "SOA";
      case 10 -> "NULL";
      case 12 -> "PTR";
      case 13 -> "HINFO";
      case 15 -> "MX";
      case 16 -> "TXT";
      case 28 -> "AAAA";
      case 33 -> "SRV";
      case 35 -> "NAPTR";
      case 39 -> "DNAME";
      case OPTIONS -> "OPT";
      case 43 -> "DS";
      case 46 -> "RRSIG";
      case 47 -> "NSEC";
      case 48 -> "DNSKEY";
      case 50 -> "NSEC3";
      case 52 -> "TLSA";
      case 64 -> "SVCB";
      case 65 -> "HTTPS";
      case 252 -> "AXFR";
      case 255 -> "ANY";
      case 257 -> "CAA";
      default -> "TYPE" + number;
    };
  }

  static String responseCode(int number) {
    return switch (number) {
      case 0 -> "NOERROR";
      case 1 -> "FORMERR";
      case 2 -> "SERVFAIL";
      case 3 -> "NXDOMAIN";
      case 4 -> "NOTIMP";
      case 5 -> "REFUSED";
      case 6 -> "YXDOMAIN";
      case 9 -> "NOTAUTH";
      case 16 -> "BADVERS";
      default -> "RCODE" + number;
    };
  }

  /// What a record says, as text.
  static String value(Resource record) {
    return switch (record.data()) {
      case ResourceData.Address(var address) -> address.toString();
      case ResourceData.Name(var name) -> name;
      case ResourceData.Service service -> service.target();
      case ResourceData.Binding binding ->
          binding.target().isEmpty() ? record.name() : binding.target();
      case ResourceData.Texts(var texts) -> String.join("", texts);
      case ResourceData.Authority authority -> authority.server() + " " + authority.mailbox();
      case ResourceData.Other(int sizeBytes) -> sizeBytes + " bytes";
    };
  }
}
