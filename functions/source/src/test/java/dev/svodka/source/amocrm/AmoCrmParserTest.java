package dev.svodka.source.amocrm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import dev.svodka.core.event.SourceKind;
import dev.svodka.source.Parsed;
import dev.svodka.source.PayloadParser;
import dev.svodka.source.TestBusiness;
import dev.svodka.source.Told;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmoCrmParserTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");
  private static final String MOVE =
      "leads[status][0][id]=7&leads[status][0][status_id]=142&leads[status][0][old_status_id]=1"
          + "&leads[status][0][pipeline_id]=3&leads[status][0][last_modified]=1456820780"
          + "&leads[status][0][date_create]=1456808154&leads[status][0][price]=1000";

  @Test
  void theSameBodyGivesTheSameIdsInWhateverOrderItsKeysCome() {
    long seed = 20261124;
    Random random = new Random(seed);
    List<String> ids = ids(MOVE);
    assertThat(ids).hasSize(2).doesNotHaveDuplicates().isEqualTo(ids(MOVE));
    List<String> pairs = Arrays.asList(MOVE.split("&"));
    for (int round = 0; round < 50; round++) {
      Collections.shuffle(pairs, random);
      assertThat(ids(String.join("&", pairs))).as("seed %d", seed).isEqualTo(ids);
    }
  }

  @Test
  void aGoodThingIsKeptAndTheBadOneBesideItReported() {
    assertThat(
            told(
                "leads[status][0][id]=7&leads[status][0][status_id]=142"
                    + "&leads[status][1][id]=8&leads[status][1][status_id]=142"
                    + "&leads[status][1][date_create]=1456808154&leads[status][1][price]=1e9"
                    + "&leads[status][2][id]=9&leads[sold][0][id]=1&orders[add][0][id]=5"))
        .containsExactly(
            "moved deal/7 2026-11-24T12:00:00Z stage=142",
            "rejected leads/status/1: price is no amount such as 1000 or 1000.50",
            "rejected leads/status/2: status_id is missing",
            "rejected leads/sold: an action that is unknown",
            "rejected orders: no entity of amoCRM");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leads[delete][0][id]=7&leads[delete][0][type]=lead",
        "leads[delete][id]=7",
        "leads[delete]=7",
        "leads[delete][0]=7",
        "leads[delete][0][0][id]=7"
      })
  void everyShapeOfDeletionIsRead(String body) {
    assertThat(told(body)).containsExactly("deleted deal/7 2026-11-24T12:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "account[id]=1&account[subdomain]=romashka,account[id] is not the account-id of source live",
    "account[id]=123&account[subdomain]=other,account[subdomain] is not the subdomain of source"
        + " live",
    "account[subdomain]=other,account[subdomain] is not the subdomain of source live",
  })
  void aForeignAccountIsRefused(String account, String reason) {
    assertThat(Told.by(ours().parse((MOVE + "&" + account).getBytes(UTF_8), RECEIVED)))
        .containsExactly("refused INPUT_INVALID: " + reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&account[id]=123", "&account[subdomain]=ROMASHKA"})
  void ourAccountIsTakenAlsoWhereItIsNotTold(String account) {
    assertThat(Told.by(ours().parse((MOVE + account).getBytes(UTF_8), RECEIVED))).hasSize(2);
  }

  @Test
  void whatIsPersonalIsDroppedOrOnlyMarked() {
    assertThat(
            told(
                "contacts[update][0][id]=7&contacts[update][0][name]=Ivan"
                    + "&contacts[update][0][last_modified]=1456820780"
                    + "&contacts[update][0][custom_fields][0][id]=1"
                    + "&contacts[update][0][custom_fields][0][code]=PHONE"
                    + "&contacts[update][0][custom_fields][0][values][0][value]=%2B79991234567"
                    + "&contacts[update][0][custom_fields][1][id]=2"
                    + "&contacts[update][0][custom_fields][1][code]=EMAIL"
                    + "&contacts[update][0][custom_fields][1][values][0][value]=i@example.com"))
        .containsExactly("changed contact/7 2016-03-01T08:26:20Z {PHONE=1}");
  }

  @Test
  void anEmptyPriceTellsThatThereIsNoAmountAndZeroFillsNoBudget() {
    assertThat(told("leads[update][0][id]=7&leads[update][0][price]="))
        .containsExactly("changed deal/7 2026-11-24T12:00:00Z {amount=, budget=}");
    assertThat(told("leads[update][0][id]=7&leads[update][0][price]=0"))
        .containsExactly("changed deal/7 2026-11-24T12:00:00Z amount=0.00 RUB {budget=}");
  }

  @Test
  void aTaskIsOpenUntilItIsDoneAndItsTimesAreInTheZoneOfTheSource() {
    String task =
        "task[update][0][id]=5&task[update][0][element_id]=7&task[update][0]"
            + "[element_type]=2&task[update][0][last_modified]=2026-07-21 19:00:00";
    assertThat(told(task + "&task[update][0][status]=0&task[update][0][complete_till]="))
        .containsExactly("changed task/5 2026-07-21T16:00:00Z stage=open parent=deal/7 {due_at=}");
    assertThat(told(task + "&task[update][0][status]=1&task[update][0][action_close]=0"))
        .containsExactly("moved task/5 2026-07-21T16:00:00Z stage=done before=open parent=deal/7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "14568207800", "2026-02-30 10:00:00", "-5", "9999999999"})
  void aTimeThatIsNoneIsNamed(String time) {
    assertThat(told("leads[update][0][id]=7&leads[update][0][last_modified]=" + time))
        .containsExactly(
            "rejected leads/update/0: last_modified is no time: Unix seconds or 2026-11-23"
                + " 15:00:00 is expected");
  }

  @Test
  void anInvoiceIsPaidOnceHoweverOftenItIsToldOf() {
    String paid =
        invoice("777", "250")
            + "&catalogs[update][0][custom_fields][2][code]="
            + "BILL_PAYMENT_DATE&catalogs[update][0][custom_fields][2][values][0]=1589500800";
    assertThat(told(paid))
        .containsExactly(
            "changed invoice/9 2020-05-12T14:45:41Z amount=250.00 RUB {777=250}",
            "paid invoice/9 2020-05-14T21:00:00Z amount=250.00 RUB");
    List<String> later = ids(paid.replace("1589294741", "1589999999"));
    assertThat(later.getLast()).isEqualTo(ids(paid).getLast());
    assertThat(later.getFirst()).isNotEqualTo(ids(paid).getFirst());
  }

  @Test
  void aPartPaymentAndOneWithoutItsDayAreNoPayments() {
    assertThat(told(invoice("777", "100")))
        .contains("ignored catalogs/update/0: a part payment: only a settled invoice is told");
    assertThat(told(invoice("777", "250")))
        .contains("ignored catalogs/update/0: paid, but BILL_PAYMENT_DATE is not told");
  }

  @Test
  void aPaidFieldThatIsNoAmountCostsThePaymentAndNotTheInvoice() {
    assertThat(told(invoice("777", "yes")))
        .containsExactly(
            "changed invoice/9 2020-05-12T14:45:41Z amount=250.00 RUB {777=yes}",
            "rejected catalogs/update/0/payment: the field of role paid is no amount such as 1000"
                + " or 1000.50");
  }

  @Test
  void anElementOfAnotherListIsNoInvoice() {
    PayloadParser parser =
        new AmoCrmParser(
            TestBusiness.romashka(),
            TestBusiness.source(
                SourceKind.AMOCRM, Optional.empty(), Optional.empty(), Optional.of("1")));
    assertThat(Told.by(parser.parse(invoice("777", "0").getBytes(UTF_8), RECEIVED)))
        .containsExactly("ignored catalogs/update/0: an element of another list than the invoices");
  }

  @Test
  void notesAndMessagesTouchWhatTheyHangOn() {
    assertThat(
            told(
                "leads[note][0][note][note_type]=10&leads[note][0][note][element_id]=7"
                    + "&leads[note][0][note][element_type]=2&leads[note][0][note][text]=secret"
                    + "&leads[note][0][note][date_create]=2026-09-07 10:25:35"
                    + "&leads[note][1][note][note_type]=25&leads[note][1][note][element_id]=7"
                    + "&message[add][0][element_id]=8&message[add][0][element_type]=1"
                    + "&message[add][0][created_at]=1580116931&talk[add][0][id]=1"))
        .containsExactly(
            "contacted deal/7 2026-09-07T07:25:35Z",
            "contacted contact/8 2020-01-27T09:22:11Z",
            "ignored leads/note/1: a note that the CRM writes by itself is no contact",
            "ignored talk/add/0: a talk changes no item; its messages are told");
  }

  @Test
  void aCompanysPayerIsNamedAndAPersonIsNot() {
    String payer =
        "&catalogs[update][0][custom_fields][5][code]=PAYER"
            + "&catalogs[update][0][custom_fields][5][values][0][value]";
    assertThat(told(invoice("1", "") + payer + "[name]=Romashka" + payer + "[vat_id]=7701234567"))
        .anyMatch(line -> line.contains("customer=7701234567 name=Romashka"));
    assertThat(told(invoice("1", "") + payer + "[name]=Ivan" + payer + "[entity_id]=31"))
        .anyMatch(line -> line.contains("customer=31 ") && !line.contains("Ivan"));
  }

  private static String invoice(String fieldId, String value) {
    return "catalogs[update][0][id]=9&catalogs[update][0][catalog_id]=1209"
        + "&catalogs[update][0][updated_at]=1589294741"
        + "&catalogs[update][0][custom_fields][0][code]=BILL_PRICE"
        + "&catalogs[update][0][custom_fields][0][values][0][value]=250"
        + "&catalogs[update][0][custom_fields][1][id]="
        + fieldId
        + "&catalogs[update][0][custom_fields][1][values][0][value]="
        + value;
  }

  private static PayloadParser ours() {
    return new AmoCrmParser(
        TestBusiness.romashka(),
        TestBusiness.source(
            SourceKind.AMOCRM, Optional.of("romashka"), Optional.of("123"), Optional.empty()));
  }

  private static Parsed parse(String body) {
    return new AmoCrmParser(TestBusiness.romashka(), TestBusiness.source(SourceKind.AMOCRM))
        .parse(body.getBytes(UTF_8), RECEIVED);
  }

  private static List<String> told(String body) {
    return Told.by(parse(body));
  }

  private static List<String> ids(String body) {
    return ((Parsed.Events) parse(body)).events().stream().map(ChangeEvent::eventId).toList();
  }
}
