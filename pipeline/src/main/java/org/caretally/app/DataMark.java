package org.caretally.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether two reports come from the same data without telling anything of the data: a hash
 * with a key that stays on this machine. A plain hash would let anybody who guesses the data prove
 * the guess.
 */
final class DataMark {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int BUFFER = 1 << 16;

  private DataMark() {}

  /**
   * Returns the mark of files, in their order.
   *
   * @param folder where the key lies; it is made when there is none
   */
  static String of(List<Path> files, Path folder) throws IOException {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(folder), ALGORITHM));
      byte[] buffer = new byte[BUFFER];
      for (Path file : files) {
        mac.update(Long.toString(Files.size(file)).getBytes(StandardCharsets.US_ASCII));
        try (InputStream in = Files.newInputStream(file)) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            mac.update(buffer, 0, n);
          }
        }
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] key(Path folder) throws IOException {
    Path file = folder.resolve("key");
    if (!Files.exists(file)) {
      HeldFolder.ownersOnly(Files.createDirectories(folder));
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      Files.write(file, key);
      HeldFolder.ownersFile(file);
    }
    return Files.readAllBytes(file);
  }
}
