package org.testigo.samples.ios;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.testigo.samples.formats.SqliteWriter;
import org.testigo.samples.formats.TableWriter;

/// Writes `TCC.db`: which app may use the camera, the microphone and the like. Times are Unix
/// seconds.
///
/// Lies in HomeDomain under `Library/TCC/TCC.db`.
public final class TccDatabase {
  private TccDatabase() {}

  /// What an app was allowed or denied.
  ///
  /// @param service such as `kTCCServiceCamera`
  public record Grant(String service, String client, boolean isAllowed, Instant at) {}

  public static byte[] write(List<Grant> grants) throws IOException {
    try (var database = SqliteWriter.inMemory()) {
      database
          .table("admin", "key TEXT PRIMARY KEY NOT NULL", "value INTEGER NOT NULL")
          .insert(1, "version", 30);
      TableWriter access =
          database.table(
              "access",
              "service TEXT NOT NULL",
              "client TEXT NOT NULL",
              "client_type INTEGER NOT NULL",
              "auth_value INTEGER NOT NULL",
              "auth_reason INTEGER NOT NULL",
              "auth_version INTEGER NOT NULL",
              "csreq BLOB",
              "policy_id INTEGER",
              "indirect_object_identifier_type INTEGER",
              "indirect_object_identifier TEXT NOT NULL DEFAULT 'UNUSED'",
              "indirect_object_code_identity BLOB",
              "flags INTEGER",
              "last_modified INTEGER NOT NULL DEFAULT 0",
              "PRIMARY KEY (service, client, client_type, indirect_object_identifier)");
      for (int i = 0; i < grants.size(); i++) add(access, i + 1, grants.get(i));
      return database.finish();
    }
  }

  private static void add(TableWriter access, int row, Grant grant) throws IOException {
    access
        .row(row)
        .set("service", grant.service())
        .set("client", grant.client())
        .set("client_type", 0)
        .set("auth_value", grant.isAllowed() ? 2 : 0)
        .set("auth_reason", 2)
        .set("auth_version", 1)
        .set("flags", 0)
        .set("last_modified", grant.at().getEpochSecond())
        .write();
  }
}
