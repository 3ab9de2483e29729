package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.testigo.model.MalformedException;
import org.testigo.model.scan.Bytes;
import org.testigo.model.scan.CertificateBody;
import org.testigo.model.scan.ScanRecord;
import org.testigo.model.scan.Subject;

/// Entries of a log of Certificate Transparency (RFC 6962, section 4.6), one per line or as the log
/// gives them, `{"entries": […]}`:
///
///     {"leaf_input": "<base64>", "extra_data": "<base64>"}
///
/// `leaf_input` is version (1), leaf type (1), time stamp (8), entry type (2: 0 for a certificate,
/// 1 for a precertificate), then the length (3) and the bytes of the certificate. Of a
/// precertificate the bytes stand in `extra_data` in the same way. The issuers behind it are not
/// read: they are entries of their own. Numbers are in network byte order.
@AutoService(ScanFormat.class)
public final class CtEntries implements JsonFormat {
  private static final int ENTRY_TYPE = 10;
  private static final int CERTIFICATE = 12;

  @Override
  public Spec spec() {
    return new Spec(
        "ct-entries",
        "Certificate Transparency, log entries",
        List.of(new Carriage(Subject.CERTIFICATE, Carriage.Spelling.BASE64)),
        Order.SHOWS,
        List.of("https://www.rfc-editor.org/rfc/rfc6962#section-4.6"));
  }

  @Override
  public boolean fits(Set<String> paths) {
    return paths.contains("leaf_input") || paths.contains("entries/leaf_input");
  }

  @Override
  public JsonDecoder.Meaning meaning(String file) {
    return CtEntries::tell;
  }

  private static void tell(Json line, Place place, Consumer<ScanRecord> records) {
    var entries = line.at("entries");
    if (entries.isEmpty()) tellEntry(line, place, records);
    else JsonFormat.each(entries.get().items(), CtEntries::tellEntry, place, records);
  }

  private static void tellEntry(Json entry, Place place, Consumer<ScanRecord> records) {
    byte[] leaf = bytes(entry, "leaf_input");
    if (leaf.length < CERTIFICATE) {
      throw new MalformedException(
          -1, "leaf_input has %d bytes, expected at least %d".formatted(leaf.length, CERTIFICATE));
    }
    int type = leaf[ENTRY_TYPE] << 8 | leaf[ENTRY_TYPE + 1];
    byte[] der =
        switch (type) {
          case 0 -> certificate(leaf, CERTIFICATE);
          case 1 -> certificate(bytes(entry, "extra_data"), 0);
          default ->
              throw new MalformedException(-1, "entry type %d, expected 0 or 1".formatted(type));
        };
    records.accept(new CertificateBody(Certificates.id(der), new Bytes(der), place.source()));
  }

  private static byte[] bytes(Json entry, String key) {
    return Base64Bytes.of(Json.required(entry.at(key).flatMap(Json::asText), key), key);
  }

  private static byte[] certificate(byte[] bytes, int at) {
    int left = bytes.length - at - 3;
    int length =
        left < 0
            ? 0
            : (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] & 0xff;
    if (length == 0 || length > left) {
      throw new MalformedException(
          -1, "a certificate of %d bytes, %d are left".formatted(length, left));
    }
    return Arrays.copyOfRange(bytes, at + 3, at + 3 + length);
  }
}
