select
  (select count(*) from events) as events,
  (select count(*) from repeats) + (select count(*) from twins) as duplicates,
  (select count(*) from events where local_day(received) > local_day(occurred)) as late,
  (select count(*) from interval_runs where state = 'negative') as negative_intervals,
  (select count(*) from process_items where created is null) as begun_before_history,
  (select count(*) from claims where due_day is null) as no_due_date,
  (select count(*) from payments m join processes p on p.process = m.process and p.invoice where m.item is null
    and not exists (select 1 from allocations a where a.told_of = m.told_of and a.pos = m.pos)) as unmatched_payments
