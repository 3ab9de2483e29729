package org.testigo.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.testigo.samples.backup.BackupWriter;

/// Ways to damage a file of a made-up phone, as an implant that wants to be missed would.
public enum Damage {
  CUT_AT_5_PERCENT,
  CUT_AT_25_PERCENT,
  CUT_AT_50_PERCENT,
  CUT_AT_90_PERCENT,
  EMPTY,
  RANDOM,
  JPEG_HEADER,
  MISSING;

  private static final byte[] JPEG = {
    (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1
  };

  /// Damages a file that the list of files names.
  ///
  /// @param backup the folder that [MadeUpPhone] wrote
  public void applyTo(Path backup, String domain, String path) throws IOException {
    applyTo(place(backup, domain, path));
  }

  /// Damages a file in its place.
  public void applyTo(Path file) throws IOException {
    if (this == MISSING) Files.delete(file);
    else Files.write(file, damaged(Files.readAllBytes(file)));
  }

  private byte[] damaged(byte[] whole) {
    return switch (this) {
      case CUT_AT_5_PERCENT -> cut(whole, 5);
      case CUT_AT_25_PERCENT -> cut(whole, 25);
      case CUT_AT_50_PERCENT -> cut(whole, 50);
      case CUT_AT_90_PERCENT -> cut(whole, 90);
      case EMPTY, MISSING -> new byte[0];
      case RANDOM -> random(whole.length);
      case JPEG_HEADER -> withJpegHeader(whole);
    };
  }

  private static byte[] cut(byte[] whole, int percent) {
    return Arrays.copyOf(whole, (int) ((long) whole.length * percent / 100));
  }

  private static byte[] random(int length) {
    byte[] noise = new byte[length];
    new Random(5).nextBytes(noise);
    return noise;
  }

  private static byte[] withJpegHeader(byte[] whole) {
    byte[] changed = Arrays.copyOf(whole, Math.max(whole.length, JPEG.length));
    System.arraycopy(JPEG, 0, changed, 0, JPEG.length);
    return changed;
  }

  /// Puts an empty view of the same name in the place of a table of an unencrypted database, whose
  /// rows stay where they were. A log beside it would bring the table back, so it is emptied.
  public static void replaceByEmptyView(Path backup, String domain, String path, String table)
      throws IOException {
    replaceByEmptyView(place(backup, domain, path), place(backup, domain, path + "-wal"), table);
  }

  /// Does it to a database in its place.
  ///
  /// @param log where its log lies, if it has one
  public static void replaceByEmptyView(Path file, Path log, String table) throws IOException {
    byte[] database = Files.readAllBytes(file);
    EmptyView.replace(database, table);
    Files.write(file, database);
    if (Files.exists(log)) EMPTY.applyTo(log);
  }

  /// Where a backup keeps a file.
  public static Path place(Path backup, String domain, String path) {
    String id = BackupWriter.fileId(domain, path);
    return backup.resolve(id.substring(0, 2)).resolve(id);
  }
}
