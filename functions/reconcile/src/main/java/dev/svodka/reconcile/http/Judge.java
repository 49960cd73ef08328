package dev.svodka.reconcile.http;

/** Judges the answers of one kind of CRM. */
public interface Judge {
  Verdict judge(Reply reply);
}
