package dev.svodka.lake;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.objects.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Business files at {@code accounts/<account>/business.yaml}, the files that they name beside. */
public final class StoredBusiness {
  private static final String BUSINESS_FILE = "business.yaml";
  private static final Path NOTHING_BESIDE =
      Path.of(System.getProperty("java.io.tmpdir"), "svodka-nothing-beside");

  private StoredBusiness() {}

  /** Where an account's business file is. */
  public static String key(String account) {
    return folder(account) + BUSINESS_FILE;
  }

  /**
   * What an account's business file says.
   *
   * @param file its bytes
   * @throws SvodkaException {@code BUSINESS_FILE_INVALID} where it is wrong or another account's
   */
  public static Business read(ObjectStore objects, String account, byte[] file) {
    // Most business files name no other: what lies beside is fetched only where one is missed
    BusinessFile.Parsed alone = BusinessFile.parse(file, NOTHING_BESIDE);
    BusinessFile.Parsed parsed =
        alone instanceof BusinessFile.Parsed.Valid ? alone : withItsFolder(objects, account, file);
    String name = key(account);
    Business business = BusinessFile.business(parsed, name);
    if (!business.account().equals(account)) {
      throw new SvodkaException(
          ErrorCode.BUSINESS_FILE_INVALID,
          "%s: account: is %s; it has to be %s".formatted(name, business.account(), account));
    }
    return business;
  }

  private static BusinessFile.Parsed withItsFolder(
      ObjectStore objects, String account, byte[] file) {
    List<Path> copied = new ArrayList<>();
    try {
      Path folder = Files.createTempDirectory("svodka-business-");
      copied.add(folder);
      for (ObjectStore.Entry entry : objects.list(folder(account))) {
        String name = entry.key().substring(folder(account).length());
        if (!name.isEmpty() && name.indexOf('/') < 0 && !name.equals(BUSINESS_FILE)) {
          Path copy = folder.resolve(name);
          copied.add(copy);
          Files.write(copy, objects.get(entry.key()));
        }
      }
      return BusinessFile.parse(file, folder);
    } catch (IOException e) {
      throw new SvodkaException(ErrorCode.DISK_FULL, "No room in /tmp: " + e.getMessage(), e);
    } finally {
      delete(copied.reversed());
    }
  }

  private static void delete(List<Path> paths) {
    try {
      for (Path path : paths) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String folder(String account) {
    return "accounts/" + account + '/';
  }
}
