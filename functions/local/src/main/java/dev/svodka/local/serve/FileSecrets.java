package dev.svodka.local.serve;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.svodka.core.link.KeySource;
import dev.svodka.core.link.LinkKey;
import dev.svodka.core.link.LinkKeys;
import dev.svodka.core.secret.HookSecret;
import dev.svodka.core.secret.Secret;
import dev.svodka.core.secret.Secrets;
import dev.svodka.lake.files.Durable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * Secrets in a file that only its owner reads, in place of Parameter Store: the reference of the
 * business file, then the secret. Read anew each time, so that a change by hand or by another
 * command is in force at once.
 */
public final class FileSecrets implements Secrets {
  private static final int SECRET_BYTES = 24;

  private final Path file;

  FileSecrets(Path file) {
    this.file = file;
  }

  @Override
  public Optional<String> value(String reference) {
    return Optional.ofNullable(read().getProperty(reference));
  }

  /** The secret of a hook; made where there is none. */
  String hook(String reference) {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    String kept =
        change(reference, known -> known.isEmpty() ? HexFormat.of().formatHex(bytes) : known);
    return HookSecret.parse(kept).current().reveal();
  }

  /** Puts another secret in the place of the one that is there. */
  void replace(String reference, Secret secret) {
    change(reference, known -> secret.reveal());
  }

  /** The keys of links; made where there are none. */
  public KeySource linkKeys() {
    SecureRandom random = new SecureRandom();
    change(
        DataFolder.LINK_KEYS,
        known ->
            known.isEmpty() ? new LinkKeys(java.util.List.of(LinkKey.make(random))).text() : known);
    return KeySource.of(this, DataFolder.LINK_KEYS);
  }

  /** A new key of links signs from now on; the one of before is believed until the next time. */
  public void rotateLinkKeys() {
    linkKeys();
    change(DataFolder.LINK_KEYS, known -> LinkKeys.parse(known).rotated(new SecureRandom()).text());
  }

  /**
   * One change at a time, also of another process.
   *
   * @param change is given the empty text where there is no such secret
   */
  private synchronized String change(String reference, UnaryOperator<String> change) {
    try (FileChannel channel =
            FileChannel.open(
                file.resolveSibling(".secrets.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      Properties secrets = read();
      String before = secrets.getProperty(reference, "");
      String after = change.apply(before);
      if (lock.isValid() && !after.equals(before)) {
        secrets.setProperty(reference, after);
        write(secrets);
      }
      return after;
    } catch (IOException e) {
      throw Durable.failure(file, e);
    }
  }

  private Properties read() {
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      secrets.load(reader);
    } catch (NoSuchFileException e) {
      return secrets;
    } catch (IOException e) {
      throw Durable.failure(file, e);
    }
    return secrets;
  }

  private void write(Properties secrets) throws IOException {
    StringWriter text = new StringWriter();
    secrets.store(text, "Secrets of this machine's Svodka; keep them to yourself");
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] own =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path next = Files.createTempFile(file.toAbsolutePath().getParent(), ".secrets", ".tmp", own);
    Files.write(next, text.toString().getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
  }
}
