package org.testigo.scans;

import com.google.auto.service.AutoService;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;

@AutoService(ScanFixture.class)
public final class CtEntriesFixture implements ScanFixture {

  @Override
  public String formatId() {
    return "ct-entries";
  }

  @Override
  public List<File> files() {
    return List.of(File.of("get-entries.jsonl", line(0, 1) + line(1, 2)));
  }

  /// @param type 0 for a certificate, 1 for a precertificate
  static String line(int type, int seed) {
    byte[] der = new MadeUpCertificate(seed).der();
    byte[] head = {0, 0, 0, 0, 1, 0x50, 0, 0, 0, 0, 0, (byte) type};
    return type == 0
        ? "{\"leaf_input\":\"%s\",\"extra_data\":\"AAAA\"}\n".formatted(base64(head, sized(der)))
        : "{\"leaf_input\":\"%s\",\"extra_data\":\"%s\"}\n"
            .formatted(base64(head, new byte[40]), base64(sized(der), new byte[3]));
  }

  private static byte[] sized(byte[] der) {
    var sized = new byte[der.length + 3];
    sized[1] = (byte) (der.length >> 8);
    sized[2] = (byte) der.length;
    System.arraycopy(der, 0, sized, 3, der.length);
    return sized;
  }

  private static String base64(byte[] one, byte[] two) {
    var both = new ByteArrayOutputStream();
    both.writeBytes(one);
    both.writeBytes(two);
    return Base64.getEncoder().encodeToString(both.toByteArray());
  }
}
