package dev.svodka.core.business;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.business.file.BusinessFile;
import dev.svodka.core.event.SourceKind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrmPagesTest {
  private static final String AMO =
      "{id: amo, kind: amocrm, subdomain: romashka, invoice-catalog: \"4589\"}";
  private static final String KOMMO = "{id: amo, kind: amocrm, domain: romashka.kommo.com}";
  private static final String BITRIX =
      "{id: b24, kind: bitrix24, domain: \"crm.romashka.ru:8443\"}";

  @ParameterizedTest
  @CsvSource({
    "deal, https://romashka.amocrm.ru/leads/detail/39553937",
    "contact, https://romashka.amocrm.ru/contacts/detail/39553937",
    "company, https://romashka.amocrm.ru/companies/detail/39553937",
    "customer, https://romashka.amocrm.ru/customers/detail/39553937",
    "invoice, https://romashka.amocrm.ru/catalogs/4589/detail/39553937"
  })
  void anItemOfAmoCrmHasItsPage(String type, String page) {
    assertThat(pages(AMO).page(SourceKind.AMOCRM, type, "39553937")).contains(URI.create(page));
  }

  @Test
  void itsTasksHaveNoneNorInvoicesOfAnUnknownList() {
    assertThat(pages(AMO).page(SourceKind.AMOCRM, "task", "1")).isEmpty();
    assertThat(pages(KOMMO).page(SourceKind.AMOCRM, "invoice", "1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "deal, /crm/deal/details/662/",
    "lead, /crm/lead/details/662/",
    "invoice, /crm/type/31/details/662/",
    "task, /company/personal/user/0/tasks/task/view/662/"
  })
  void soHasOneOfBitrix24OnTheDomainOfTheBusinessFile(String type, String path) {
    assertThat(pages(BITRIX).page(SourceKind.BITRIX24, type, "662"))
        .contains(URI.create("https://crm.romashka.ru:8443" + path));
  }

  @Test
  void kommoIsOnItsOwnDomain() {
    assertThat(pages(KOMMO).page(SourceKind.AMOCRM, "deal", "7"))
        .contains(URI.create("https://romashka.kommo.com/leads/detail/7"));
  }

  @Test
  void nothingIsLinkedOfFilesNorOfASystemThatTheCompanyDoesNotName() {
    assertThat(pages(AMO).page(SourceKind.CSV, "deal", "7")).isEmpty();
    assertThat(pages(AMO).page(SourceKind.XES, "deal", "7")).isEmpty();
    assertThat(pages(AMO).page(SourceKind.BITRIX24, "deal", "7")).isEmpty();
  }

  @Test
  void ofTwoAccountsOfOneCrmNoneIsGuessed() {
    CrmPages two = pages(AMO + ", {id: other, kind: amocrm, subdomain: vasilek}");
    assertThat(two.page(SourceKind.AMOCRM, "deal", "7")).isEmpty();
  }

  @Test
  void anIdStaysOnePartOfThePath() {
    CrmPages amo = pages(AMO);
    assertThat(amo.page(SourceKind.AMOCRM, "deal", "../../x?a=1#\"><script>%"))
        .contains(
            URI.create(
                "https://romashka.amocrm.ru/leads/detail/..%2F..%2Fx%3Fa%3D1%23%22%3E%3Cscript%3E%25"));
    assertThat(amo.page(SourceKind.AMOCRM, "deal", "а б"))
        .contains(URI.create("https://romashka.amocrm.ru/leads/detail/%D0%B0%20%D0%B1"));
    assertThat(amo.page(SourceKind.AMOCRM, "deal", "..")).isEmpty();
    assertThat(amo.page(SourceKind.AMOCRM, "deal", "")).isEmpty();
  }

  private static CrmPages pages(String sources) {
    String yaml =
        """
        account: romashka
        time-zone: Europe/Moscow
        currency: RUB
        sources: [%s]
        processes:
          sales:
            items: {type: deal}
            milestones: {created: {created: true}}
        """
            .formatted(sources);
    return CrmPages.of(
        BusinessFile.business(
            BusinessFile.parse(yaml.getBytes(StandardCharsets.UTF_8), Path.of(".")), "b.yaml"));
  }
}
