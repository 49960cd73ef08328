package dev.svodka.lake.telemetry;

import dev.svodka.core.error.ErrorCode;
import java.util.List;

/** Takes the figures of a run. */
public interface Metrics {
  /** Where nobody counts. */
  Metrics NONE =
      new Metrics() {
        @Override
        public void tell(List<Figure> figures) {}

        @Override
        public void failed(ErrorCode code) {}
      };

  /** One figure; its name is the metric's. */
  record Figure(String name, Unit unit, double value) {}

  /** Of what CloudWatch knows, those in use. */
  enum Unit {
    COUNT("Count"),
    MILLISECONDS("Milliseconds");

    private final String text;

    Unit(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  static Figure count(String name, long value) {
    return new Figure(name, Unit.COUNT, value);
  }

  static Figure millis(String name, long value) {
    return new Figure(name, Unit.MILLISECONDS, value);
  }

  void tell(List<Figure> figures);

  /** Counts an error under its category. */
  void failed(ErrorCode code);
}
