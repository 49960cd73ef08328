package dev.svodka.source.xes;

/** Is told what a process log holds, in the order of the log. */
public interface XesHandler {
  /** A trace begins; its attributes follow, then its events. */
  void trace();

  /**
   * An attribute of the trace itself.
   *
   * @param afterEvents whether events of the trace stood before it, as IEEE 1849 does not allow
   */
  void traceAttribute(String key, String value, boolean afterEvents);

  /**
   * An event begins; its attributes follow.
   *
   * @param line physical line, from 1
   */
  void event(long line);

  /** An attribute of the event itself; those nested in attributes are not told. */
  void eventAttribute(String key, String value);

  /** The event has no more attributes. */
  void eventEnd();

  /** The trace ends. What follows outside of traces belongs to none. */
  void traceEnd();
}
