package org.testigo.exposure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.testigo.exposure.laws.Company;
import org.testigo.exposure.laws.LegalTables;
import org.testigo.indicators.names.HostName;
import org.testigo.indicators.names.WebAddress;
import org.testigo.model.UserAccount;

/// Whose service an account or a page is.
final class ProviderOf {
  /// Ways of speaking to any provider: the account is whoever's its address is.
  private static final Set<String> PROTOCOLS =
      Set.of(
          "imapmail",
          "imap",
          "imapnotes",
          "pop",
          "smtp",
          "caldav",
          "carddav",
          "exchange",
          "ldap",
          "subscribedcalendar",
          "holidaycalendar",
          "localmail",
          "xmpp",
          "kerberos");

  private final LegalTables tables;

  ProviderOf(LegalTables tables) {
    this.tables = tables;
  }

  /// Whose the account is by its type (`com.apple.account.Google`), and whose its mail address is.
  List<Company> account(UserAccount account) {
    var companies = new LinkedHashSet<Company>();
    byType(account.type()).ifPresent(companies::add);
    account.login().flatMap(this::byMailAddress).ifPresent(companies::add);
    return List.copyOf(companies);
  }

  private Optional<Company> byType(String type) {
    var last = type.substring(type.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (PROTOCOLS.contains(last)) return Optional.empty();
    return tables.ownerOfName(last + ".com").or(() -> tables.ownerOfApp(type));
  }

  private Optional<Company> byMailAddress(String login) {
    int at = login.lastIndexOf('@');
    return at < 0
        ? Optional.empty()
        : tables.ownerOfName(HostName.normalise(login.substring(at + 1)));
  }

  /// The host of a page; empty for what has none.
  Optional<String> host(String url) {
    return WebAddress.parse(url).map(WebAddress::host);
  }
}
