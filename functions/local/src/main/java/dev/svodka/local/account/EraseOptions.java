package dev.svodka.local.account;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCategory;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.StoredBusiness;
import dev.svodka.lake.forget.Erasure;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.local.cli.Terminal;
import dev.svodka.local.serve.DataFolder;
import dev.svodka.local.serve.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where something is erased, and whether it is asked for. */
final class EraseOptions {
  private static final long ARROW_BYTES = 512L << 20;
  private static final int RECOVERY_DAYS = 35;

  @ArgGroup private Where where = new Where();

  @Option(
      names = "--business",
      paramLabel = "FILE",
      description = "With --lake: the business file, which says what fields tell a customer.")
  private Optional<Path> businessFile = Optional.empty();

  @Option(names = "--yes", description = "Does not ask.")
  private boolean yes;

  /** One of three. */
  static final class Where {
    @Option(
        names = "--stack",
        paramLabel = "NAME",
        required = true,
        description = "A stack in AWS, by the region and the credentials of the environment.")
    private Optional<String> stack = Optional.empty();

    @Option(
        names = "--data",
        paramLabel = "DIR",
        required = true,
        description = "The folder of `svodka serve`, which has to be stopped meanwhile.")
    private Optional<Path> data = Optional.empty();

    @Option(
        names = "--lake",
        paramLabel = "DIR",
        required = true,
        description = "The folder of a lake alone, as `svodka import` writes it.")
    private Optional<Path> lake = Optional.empty();
  }

  /**
   * Opens the place, and works there when the person agrees.
   *
   * @param what is asked about
   */
  int run(
      String account, String what, Terminal terminal, Stacks stacks, ToIntFunction<Erasure> work)
      throws IOException {
    if (!account.matches("[a-z0-9-]{1,40}")) {
      throw new SvodkaException(ErrorCode.CALL_INVALID, account + ": is no account");
    }
    // picocli misses one required group where there are two
    if (where.stack.isEmpty() && where.data.isEmpty() && where.lake.isEmpty()) {
      throw new SvodkaException(ErrorCode.CALL_INVALID, "name one of --stack, --data and --lake");
    }
    ToIntFunction<Erasure> asked =
        erasure -> {
          if (!yes && !terminal.agreed(what + " for good")) {
            throw new SvodkaException(
                ErrorCode.CALL_INVALID, "nothing was done; --yes does it without asking");
          }
          int status = work.applyAsInt(erasure);
          where.stack.ifPresent(stack -> terminal.say(recovery()));
          return status;
        };
    try (BufferAllocator allocator = new RootAllocator(ARROW_BYTES)) {
      return where.stack.isPresent()
          ? asked.applyAsInt(of(stacks.open(where.stack.get()), allocator))
          : here(asked, allocator);
    }
  }

  private static Erasure of(Stack stack, BufferAllocator allocator) {
    return new Erasure(
        stack.lake(),
        Optional.of(stack.reports()),
        Optional.of(stack.events()),
        allocator,
        stack.parts().clock(),
        new SecureRandom());
  }

  private int here(ToIntFunction<Erasure> work, BufferAllocator allocator) throws IOException {
    Clock clock = Clock.systemUTC();
    if (where.data.isPresent()) {
      DataFolder data = DataFolder.existing(where.data.get());
      try (var _ = data.lock();
          Stores stores = data.stores(clock)) {
        return work.applyAsInt(
            new Erasure(
                stores.lake(),
                Optional.of(stores.reports()),
                Optional.of(stores.events()),
                allocator,
                clock,
                new SecureRandom()));
      }
    }
    Path lake = where.lake.orElseThrow();
    if (!Files.isDirectory(lake)) {
      throw new SvodkaException(ErrorCode.NOT_FOUND, lake + ": there is no such folder");
    }
    return work.applyAsInt(
        new Erasure(
            new FolderObjectStore(lake),
            Optional.empty(),
            Optional.empty(),
            allocator,
            clock,
            new SecureRandom()));
  }

  /** What the account's business file says; empty where there is none, or it is wrong. */
  Optional<Business> business(String account, Erasure erasure, Terminal terminal) {
    String key = StoredBusiness.key(account);
    if (businessFile.isPresent()) {
      return businessFile.map(BusinessFile::load);
    }
    try {
      return erasure.lake().exists(key)
          ? Optional.of(StoredBusiness.read(erasure.lake(), account, erasure.lake().get(key)))
          : Optional.empty();
    } catch (SvodkaException e) {
      if (e.category() != ErrorCategory.CLIENT_DATA) {
        throw e;
      }
      terminal.say("the business file is wrong, and is not looked at: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static String recovery() {
    LocalDate last =
        LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).plusDays(RECOVERY_DAYS);
    return "until %s the table of before can be had by point-in-time recovery; nothing else can"
        .formatted(last);
  }
}
