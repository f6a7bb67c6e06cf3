package org.caretally.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes how the report was made: versions, hash of the study file, timings. The only file that
 * differs between two runs.
 */
final class Manifest {
  private Manifest() {}

  /**
   * Writes the manifest.
   *
   * @param files files of the report, relative to it
   * @param data keyed hash of the data
   * @param supersedes why earlier releases are replaced; empty when they are not
   */
  static void write(
      Results results,
      Prepared prepared,
      Terminal terminal,
      Path folder,
      List<String> files,
      String data,
      String supersedes)
      throws IOException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("product", "caretally");
    all.put("version", results.input().info().version());
    all.put("java", System.getProperty("java.version"));
    all.put("spark", results.sparkVersion());
    all.put("study", prepared.plan().study().id());
    all.put("config_sha256", results.input().info().configHash());
    all.put("data_hmac_sha256", data);
    all.put("supersedes", supersedes);
    all.put("disclosure_profile", results.input().info().profile());
    all.put("disclosure_k", results.input().info().k());
    all.put("seed", null);
    all.put(
        "instruments",
        prepared.plan().used().stream()
            .map(u -> u.instrument().id() + " " + u.instrument().version())
            .toList());
    all.put("files", files);
    all.put("finished", terminal.clock().instant().toString());
    all.put("seconds", terminal.elapsed().toMillis() / 1000.0);
    Files.writeString(folder.resolve("manifest.json"), Json.of(all) + "\n");
  }
}
