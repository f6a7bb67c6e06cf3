package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.caretally.app.Checkup.Line;
import org.caretally.app.Checkup.Verdict;

/** Looks at a folder that a run writes into: can it be written, kept private, and is there room? */
final class FolderCheckup {
  private static final long MEGABYTE = 1L << 20;
  private static final long LITTLE = 1024 * MEGABYTE;
  private static final long TOO_LITTLE = 100 * MEGABYTE;

  private FolderCheckup() {}

  static Line folder(String name, Path folder, String fix) {
    String subject = name + " folder";
    Path there = existing(folder.toAbsolutePath().normalize());
    Path probe = null;
    try {
      probe = Files.createTempDirectory(there, ".caretally-doctor-");
      long free = Files.getFileStore(probe).getUsableSpace();
      boolean posix = Files.getFileStore(probe).supportsFileAttributeView("posix");
      boolean hidden = posix && owners(probe);
      return judged(subject, folder + ", " + free / MEGABYTE + " MB free", free, hidden, fix);
    } catch (IOException e) {
      return new Line(Verdict.FAIL, subject, folder + " cannot be written", fix);
    } finally {
      if (probe != null) {
        RunFolder.deleteQuietly(probe);
      }
    }
  }

  static Line judged(String subject, String found, long free, boolean hidden, String fix) {
    if (free < TOO_LITTLE) {
      return new Line(Verdict.FAIL, subject, found, "make room, or " + fix);
    }
    if (free < LITTLE) {
      return new Line(Verdict.WARN, subject, found, "make room for large surveys, or " + fix);
    }
    return hidden
        ? Line.ok(subject, found)
        : new Line(
            Verdict.WARN,
            subject,
            found + "; files cannot be kept from other accounts there",
            "make sure that only you can read it, or " + fix);
  }

  private static boolean owners(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)).equals("rwx------");
  }

  /** Returns the folder, or the nearest one above it that is there already. */
  private static Path existing(Path folder) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }
}
