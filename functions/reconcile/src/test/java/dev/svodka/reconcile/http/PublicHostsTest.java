package dev.svodka.reconcile.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.svodka.core.business.LiveSource;
import dev.svodka.core.error.SvodkaException;
import dev.svodka.core.event.SourceKind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHostsTest {
  @Test
  void hostsAreBuiltFromCheckedParts() {
    assertThat(PublicHosts.host(amo(Optional.of("romashka"), Optional.empty())))
        .isEqualTo("romashka.amocrm.ru");
    assertThat(PublicHosts.host(amo(Optional.empty(), Optional.of("Romashka.kommo.com"))))
        .isEqualTo("romashka.kommo.com");
    assertThat(PublicHosts.host(bitrix24("romashka.bitrix24.ru")))
        .isEqualTo("romashka.bitrix24.ru");
    assertThat(PublicHosts.host(bitrix24("crm.romashka.ru:8443")))
        .isEqualTo("crm.romashka.ru:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.com#",
        "evil.com/",
        "a@evil",
        "romashka.evil",
        "-romashka",
        "",
        "ромашка",
        "a b",
        "169.254.169.254"
      })
  void aSubdomainIsOneLabel(String subdomain) {
    assertThatThrownBy(() -> PublicHosts.host(amo(Optional.of(subdomain), Optional.empty())))
        .isInstanceOf(SvodkaException.class)
        .hasMessage("Source amo: its domain or subdomain is no host of amoCRM or Kommo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "[::1]",
        "localhost",
        "2130706433",
        "romashka.bitrix24.ru:0",
        "romashka.bitrix24.ru:x",
        "romashka.bitrix24.ru/rest",
        "a@romashka.bitrix24.ru"
      })
  void aDomainIsANameAndNoAddress(String domain) {
    assertThatThrownBy(() -> PublicHosts.host(bitrix24(domain)))
        .isInstanceOf(SvodkaException.class)
        .hasMessageNotContaining(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00:ec2::254",
        "::ffff:10.0.0.1"
      })
  void privateAddressesAreNotCalled(String address) throws UnknownHostException {
    assertThat(PublicHosts.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "2a00:1450:4010:c0f::71"})
  void othersAre(String address) throws UnknownHostException {
    assertThat(PublicHosts.isPublic(InetAddress.getByName(address))).isTrue();
  }

  private static LiveSource amo(Optional<String> subdomain, Optional<String> domain) {
    return source(SourceKind.AMOCRM, subdomain, domain);
  }

  private static LiveSource bitrix24(String domain) {
    return source(SourceKind.BITRIX24, Optional.empty(), Optional.of(domain));
  }

  private static LiveSource source(
      SourceKind kind, Optional<String> subdomain, Optional<String> domain) {
    return new LiveSource(
        "amo",
        kind,
        subdomain,
        domain,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ZoneOffset.UTC,
        Optional.empty(),
        Optional.empty());
  }
}
