package dev.svodka.local.account;

import dev.svodka.core.business.Business;
import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.error.ErrorCategory;
import dev.svodka.core.error.ErrorCode;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.lake.StoredBusiness;
import dev.svodka.lake.forget.CustomerFields;
import dev.svodka.lake.forget.Erasure;
import dev.svodka.lake.forget.Erasure.Erased;
import dev.svodka.lake.forget.Whom;
import dev.svodka.lake.objects.FolderObjectStore;
import dev.svodka.local.cli.Terminal;
import dev.svodka.local.serve.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code svodka account forget}. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description =
        "Takes a person out of all that is kept, or a whole account. A person's id and name become a"
            + " pseudonym, so that counts stay what they were; pages are to be made anew.")
final class ForgetCommand implements Callable<Integer> {
  private static final long ARROW_BYTES = 512L << 20;
  private static final int RECOVERY_DAYS = 35;

  private final Terminal terminal;
  private final Stacks stacks;

  @Parameters(paramLabel = "ACCOUNT", description = "The account, as its business file names it.")
  private String account;

  @ArgGroup(multiplicity = "1")
  private Who who = new Who();

  @ArgGroup private Where where = new Where();

  @Option(
      names = "--business",
      paramLabel = "FILE",
      description = "With --lake: the business file, which says what fields tell a customer.")
  private Optional<Path> businessFile = Optional.empty();

  @Option(names = "--yes", description = "Does not ask.")
  private boolean yes;

  /** Who is forgotten. */
  static final class Who {
    @Option(
        names = "--owner",
        paramLabel = "ID",
        required = true,
        description = "Somebody who works there, by the id or the name that events have.")
    private Optional<String> owner = Optional.empty();

    @Option(
        names = "--customer",
        paramLabel = "ID",
        required = true,
        description = "A customer or contact, by the CRM's id, the tax number or the name.")
    private Optional<String> customer = Optional.empty();

    @Option(names = "--all", required = true, description = "The whole account.")
    private boolean all;

    String told() {
      return owner.or(() -> customer).orElse("");
    }
  }

  /** Where it lies. */
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

  ForgetCommand(Terminal terminal, Stacks stacks) {
    this.terminal = terminal;
    this.stacks = stacks;
  }

  @Override
  public Integer call() throws IOException {
    if (!account.matches("[a-z0-9-]{1,40}")) {
      throw new SvodkaException(ErrorCode.CALL_INVALID, account + ": is no account");
    }
    if (!who.all && who.told().isBlank()) {
      throw new SvodkaException(ErrorCode.CALL_INVALID, "name whom to forget");
    }
    // picocli misses one required group where there are two
    if (where.stack.isEmpty() && where.data.isEmpty() && where.lake.isEmpty()) {
      throw new SvodkaException(ErrorCode.CALL_INVALID, "name one of --stack, --data and --lake");
    }
    try (BufferAllocator allocator = new RootAllocator(ARROW_BYTES)) {
      if (where.stack.isPresent()) {
        Stack stack = stacks.open(where.stack.get());
        return forget(
            new Erasure(
                stack.lake(),
                Optional.of(stack.reports()),
                Optional.of(stack.events()),
                allocator,
                stack.parts().clock(),
                new SecureRandom()));
      }
      if (where.data.isPresent()) {
        DataFolder data = DataFolder.existing(where.data.get());
        try (var events = data.events(Clock.systemUTC())) {
          return forget(
              new Erasure(
                  data.lake(),
                  Optional.of(data.reports()),
                  Optional.of(events),
                  allocator,
                  Clock.systemUTC(),
                  new SecureRandom()));
        }
      }
      Path lake = where.lake.orElseThrow();
      if (!Files.isDirectory(lake)) {
        throw new SvodkaException(ErrorCode.NOT_FOUND, lake + ": there is no such folder");
      }
      return forget(
          new Erasure(
              new FolderObjectStore(lake),
              Optional.empty(),
              Optional.empty(),
              allocator,
              Clock.systemUTC(),
              new SecureRandom()));
    }
  }

  private int forget(Erasure erasure) {
    String what =
        who.all ? "delete the whole account " + account : "forget one person of " + account;
    if (!yes && !terminal.agreed(what + " for good")) {
      throw new SvodkaException(
          ErrorCode.CALL_INVALID, "nothing was done; --yes does it without asking");
    }
    return who.all ? all(erasure) : person(erasure);
  }

  private int all(Erasure erasure) {
    Optional<Business> business = business(erasure);
    long gone = erasure.account(account);
    terminal.result("%s: %,d events and files are gone for good".formatted(account, gone));
    business.ifPresent(
        company ->
            company.sources().stream()
                .flatMap(source -> source.secret().stream())
                .distinct()
                .forEach(
                    reference -> terminal.say("its secret is to be deleted too: " + reference)));
    recovery();
    return 0;
  }

  private int person(Erasure erasure) {
    Optional<Business> business = business(erasure);
    Whom whom = who.owner.isPresent() ? Whom.OWNER : Whom.CUSTOMER;
    List<String> names =
        business
            .map(company -> company.owners().get(who.told()))
            .filter(name -> whom == Whom.OWNER)
            .map(List::of)
            .orElse(List.of());
    Erased erased =
        erasure.person(
            account,
            whom,
            who.told(),
            names,
            business.map(CustomerFields::of).orElse(CustomerFields.NONE));
    terminal.result(
        "%s now: %,d events in the table, %,d in closed files, %,d payloads in quarantine deleted"
            .formatted(erased.pseudonym(), erased.stored(), erased.lake(), erased.quarantined()));
    erased.issues().stream()
        .sorted()
        .forEach(issue -> terminal.result("kept page deleted: " + issue));
    if (!erased.found()) {
      terminal.say("nobody by this id was found; who comes by it later is not let in either");
    }
    erasure.reports().ifPresent(any -> terminal.say("the pages of now are gone: make them anew"));
    erased.own().stream()
        .sorted()
        .forEach(
            file ->
                terminal.say(
                    "%s still tells this person: take it out there, put it by `svodka account add`, and run this again"
                        .formatted(file)));
    recovery();
    return 0;
  }

  private void recovery() {
    where.stack.ifPresent(
        stack ->
            terminal.say(
                "until %s the table of before can be had by point-in-time recovery; nothing else can"
                    .formatted(
                        LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC)
                            .plusDays(RECOVERY_DAYS))));
  }

  private Optional<Business> business(Erasure erasure) {
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
}
