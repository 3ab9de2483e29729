package org.testigo.exposure.attribution;

import java.util.List;
import org.testigo.indicators.names.RangeTable;
import org.testigo.model.AddressRange;
import org.testigo.model.IpAddress;

/// How far away an address lies.
///
/// Known from: RFC 6890 (private, link-local, shared), RFC 5771 and RFC 4291 (groups).
public enum AddressScope {
  /// In the same house, or on the same device.
  NEAR,
  /// All devices that listen.
  GROUP,
  FAR;

  private static final RangeTable<AddressScope> RANGES = new RangeTable<>();

  static {
    add(
        NEAR,
        List.of(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "169.254.0.0/16",
            "127.0.0.0/8",
            "100.64.0.0/10",
            "0.0.0.0/8",
            "fc00::/7",
            "fe80::/10",
            "::/127"));
    add(GROUP, List.of("224.0.0.0/4", "255.255.255.255/32", "ff00::/8"));
  }

  private static void add(AddressScope scope, List<String> ranges) {
    for (String range : ranges)
      RANGES.put(AddressRange.parse(range).orElseThrow(), scope, (before, _) -> before);
  }

  public static AddressScope of(IpAddress address) {
    var found = new AddressScope[] {FAR};
    RANGES.find(address, scope -> found[0] = scope);
    return found[0];
  }
}
