package dev.touchstone.batch.arrival;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.integration.sftp.session.DefaultSftpSessionFactory;

/**
 * A folder on another machine that is reached over SFTP.
 *
 * @param host the machine
 * @param port its port
 * @param user who signs in
 * @param password the password; null where a key is used
 * @param privateKey the file of the key; null where a password is used
 * @param passphrase opens the key; null where it is not locked
 * @param knownHosts the file of host keys that are trusted, as OpenSSH writes it
 * @param folder the folder there, laid out as an inbox
 * @param clear whether a file that was taken is moved to {@code taken} in that folder; else it
 *     stays
 */
public record SftpPlace(
    String host,
    int port,
    String user,
    @Nullable String password,
    @Nullable Path privateKey,
    @Nullable String passphrase,
    @Nullable Path knownHosts,
    String folder,
    boolean clear) {

  private static final int MILLISECONDS_TO_ANSWER = 20_000;

  /** Refuses a place that cannot be signed in to, or whose host could be anybody. */
  public SftpPlace {
    if (user.isBlank()) {
      throw new IllegalArgumentException(
          "touchstone.sftp.user is missing; say as whom to sign in to " + host);
    }
    if (knownHosts == null || !Files.isRegularFile(knownHosts)) {
      throw new IllegalArgumentException(
          "touchstone.sftp.known-hosts names no file ("
              + knownHosts
              + "); give one with the key of "
              + host
              + ", as ssh-keyscan prints it and its owner confirms it");
    }
    if ((password == null) == (privateKey == null)) {
      throw new IllegalArgumentException(
          "Give one of touchstone.sftp.password and touchstone.sftp.private-key, for example by"
              + " TOUCHSTONE_SFTP_PASSWORD in the environment");
    }
  }

  /** Where a file there comes from, for the record. */
  String addressOf(String path) {
    return "sftp://" + host + ":" + port + "/" + folder + "/" + path;
  }

  /** The password stays untold. */
  @Override
  public String toString() {
    return "sftp://" + host + ":" + port + "/" + folder;
  }

  /** Sessions with that machine; one whose key is not known is refused. */
  public DefaultSftpSessionFactory sessions() {
    DefaultSftpSessionFactory factory = new DefaultSftpSessionFactory(false);
    factory.setHost(host);
    factory.setPort(port);
    factory.setUser(user);
    if (password != null) {
      factory.setPassword(password);
    }
    if (privateKey != null) {
      factory.setPrivateKey(new FileSystemResource(privateKey));
    }
    if (passphrase != null) {
      factory.setPrivateKeyPassphrase(passphrase);
    }
    if (knownHosts != null) {
      factory.setKnownHostsResource(new FileSystemResource(knownHosts));
    }
    factory.setTimeout(MILLISECONDS_TO_ANSWER);
    return factory;
  }
}
