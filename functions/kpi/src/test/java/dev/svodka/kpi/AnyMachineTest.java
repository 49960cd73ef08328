package dev.svodka.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.svodka.core.event.ChangeEvent;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Isolated("sets the JVM's time zone and locale")
class AnyMachineTest {
  @ParameterizedTest
  @EnumSource
  void theMachinesZoneAndLocaleChangeNothing(SameBytesTest.Firm firm) {
    List<ChangeEvent> events = firm.events(9);
    String known = SameBytesTest.json(firm.company().file(events));
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.of("tr", "TR"));
      assertThat(SameBytesTest.json(firm.company().file(events))).isEqualTo(known);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }
}
