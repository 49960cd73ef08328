package dev.svodka.reconcile.http;

import dev.svodka.reconcile.http.Cells.Cell;
import java.time.Duration;

/**
 * A pace that all functions of an account keep together: a cell holds the moment from which slots
 * are free, and whoever needs some moves it on. Several slots are taken at once, so that not each
 * request costs a write; those left over or come too late are lost, which is slower and never
 * faster.
 */
public final class Pace {
  private final Cells cells;
  private final String account;
  private final String name;
  private final long intervalMillis;
  private final int atOnce;
  private final Budget budget;
  private long nextSlot;
  private int slots;

  /**
   * @param interval between two requests
   * @param atOnce slots that are taken with one write
   */
  public Pace(
      Cells cells, String account, String name, Duration interval, int atOnce, Budget budget) {
    this.cells = cells;
    this.account = account;
    this.name = name;
    this.intervalMillis = interval.toMillis();
    this.atOnce = atOnce;
    this.budget = budget;
  }

  /** Waits until a request may be sent. */
  public void take() {
    boolean stale = nextSlot + intervalMillis < budget.now().toEpochMilli();
    if (slots == 0 || stale) {
      reserve();
    }
    long slot = nextSlot;
    budget.sleep(Duration.ofMillis(Math.max(0, slot - budget.now().toEpochMilli())));
    nextSlot += intervalMillis;
    slots--;
  }

  /** The CRM asks for a rest: nobody gets a slot before it is over. */
  public void hold(Duration rest) {
    slots = 0;
    long until = budget.now().plus(rest).toEpochMilli();
    boolean held = false;
    while (!held) {
      Cell cell = cells.read(account, name).orElse(Cell.NEW);
      held = cell.value() >= until || cells.write(account, name, until, cell.version());
    }
  }

  private void reserve() {
    boolean taken = false;
    while (!taken) {
      Cell cell = cells.read(account, name).orElse(Cell.NEW);
      nextSlot = Math.max(budget.now().toEpochMilli(), cell.value());
      taken = cells.write(account, name, nextSlot + atOnce * intervalMillis, cell.version());
    }
    slots = atOnce;
  }
}
