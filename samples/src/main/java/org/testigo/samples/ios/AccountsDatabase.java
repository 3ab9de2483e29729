package org.testigo.samples.ios;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.testigo.samples.formats.SqliteWriter;
import org.testigo.samples.formats.TableWriter;

/// Writes `Accounts3.sqlite`, a Core Data store: which mail and cloud accounts the phone uses.
/// Times are seconds since 2001.
///
/// Lies in HomeDomain under `Library/Accounts/Accounts3.sqlite`.
public final class AccountsDatabase {
  private static final int ACCOUNT_ENTITY = 2;
  private static final int TYPE_ENTITY = 4;

  private AccountsDatabase() {}

  /// An account with the type that Apple names, such as `com.apple.account.Google`.
  public record Account(
      String type, String typeName, String userName, String description, Instant addedAt) {}

  public static byte[] write(List<Account> accounts) throws IOException {
    try (var database = SqliteWriter.inMemory()) {
      List<String> types = accounts.stream().map(Account::type).distinct().toList();
      writeAccounts(database, accounts, types);
      writeTypes(database, accounts, types);
      return database.finish();
    }
  }

  private static void writeAccounts(
      SqliteWriter database, List<Account> accounts, List<String> types) throws IOException {
    TableWriter table =
        database.table(
            "ZACCOUNT",
            "Z_PK INTEGER PRIMARY KEY",
            "Z_ENT INTEGER",
            "Z_OPT INTEGER",
            "ZACTIVE INTEGER",
            "ZAUTHENTICATED INTEGER",
            "ZSUPPORTSAUTHENTICATION INTEGER",
            "ZVISIBLE INTEGER",
            "ZACCOUNTTYPE INTEGER",
            "ZPARENTACCOUNT INTEGER",
            "ZDATE TIMESTAMP",
            "ZLASTCREDENTIALRENEWALREJECTIONDATE TIMESTAMP",
            "ZACCOUNTDESCRIPTION VARCHAR",
            "ZAUTHENTICATIONTYPE VARCHAR",
            "ZCREDENTIALTYPE VARCHAR",
            "ZIDENTIFIER VARCHAR",
            "ZOWNINGBUNDLEID VARCHAR",
            "ZUSERNAME VARCHAR",
            "ZDATACLASSPROPERTIES BLOB");
    for (int i = 0; i < accounts.size(); i++) {
      Account account = accounts.get(i);
      table
          .row(i + 1L)
          .set("Z_ENT", ACCOUNT_ENTITY)
          .set("Z_OPT", 1)
          .set("ZACTIVE", 1)
          .set("ZAUTHENTICATED", 1)
          .set("ZVISIBLE", 1)
          .set("ZACCOUNTTYPE", types.indexOf(account.type()) + 1)
          .set("ZDATE", MacTime.seconds(account.addedAt()))
          .set("ZACCOUNTDESCRIPTION", account.description())
          .set("ZIDENTIFIER", new UUID(0xacc0, i + 1L).toString().toUpperCase(Locale.ROOT))
          .set("ZUSERNAME", account.userName())
          .write();
    }
  }

  private static void writeTypes(SqliteWriter database, List<Account> accounts, List<String> types)
      throws IOException {
    TableWriter table =
        database.table(
            "ZACCOUNTTYPE",
            "Z_PK INTEGER PRIMARY KEY",
            "Z_ENT INTEGER",
            "Z_OPT INTEGER",
            "ZENCRYPTACCOUNTPROPERTIES INTEGER",
            "ZOBSOLETE INTEGER",
            "ZSUPPORTSAUTHENTICATION INTEGER",
            "ZSUPPORTSMULTIPLEACCOUNTS INTEGER",
            "ZVISIBILITY INTEGER",
            "ZACCOUNTTYPEDESCRIPTION VARCHAR",
            "ZCREDENTIALPROTECTIONPOLICY VARCHAR",
            "ZCREDENTIALTYPE VARCHAR",
            "ZIDENTIFIER VARCHAR",
            "ZOWNINGBUNDLEID VARCHAR");
    for (int i = 0; i < types.size(); i++) {
      String type = types.get(i);
      String name =
          accounts.stream().filter(a -> a.type().equals(type)).findFirst().orElseThrow().typeName();
      table
          .row(i + 1L)
          .set("Z_ENT", TYPE_ENTITY)
          .set("Z_OPT", 1)
          .set("ZACCOUNTTYPEDESCRIPTION", name)
          .set("ZIDENTIFIER", type)
          .write();
    }
  }
}
