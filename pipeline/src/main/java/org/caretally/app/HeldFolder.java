package org.caretally.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of one run that is known to be in use as long as the process lives: a lock on a file in
 * it goes away with the process, however that ends. So a later run can tell what a killed one left
 * behind, on this machine or another, and remove it.
 */
final class HeldFolder implements AutoCloseable {
  private static final String LOCK = ".lock";

  private final FileChannel channel;

  private HeldFolder(FileChannel channel) {
    this.channel = channel;
  }

  /** Holds a folder until the process ends or lets go of it. */
  static HeldFolder hold(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.lock();
    return new HeldFolder(channel);
  }

  /** Lets nobody but the owner into a folder, where the file system knows owners. */
  static void ownersOnly(Path folder) throws IOException {
    rights(folder, "rwx------");
  }

  /** Lets nobody but the owner read a file, where the file system knows owners. */
  static void ownersFile(Path file) throws IOException {
    rights(file, "rw-------");
  }

  private static void rights(Path path, String rights) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }
  }

  /** Lets go of the folder, at the place where it is now. */
  void release(Path folder) throws IOException {
    channel.close();
    Files.deleteIfExists(folder.resolve(LOCK));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /**
   * Removes the folders of runs that ended without removing them.
   *
   * @param parent where to look
   * @param names what their names look like
   */
  static void sweep(Path parent, Pattern names) {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (Stream<Path> all = Files.list(parent)) {
      List<Path> found =
          all.filter(p -> names.matcher(p.getFileName().toString()).matches()).toList();
      found.stream().filter(HeldFolder::left).forEach(RunFolder::deleteQuietly);
    } catch (IOException e) {
      // a folder that cannot be looked into holds nothing of ours that we could remove
    }
  }

  /** Returns whether nobody holds a folder; one without a lock is just being made by somebody. */
  private static boolean left(Path folder) {
    Path file = folder.resolve(LOCK);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }
}
