-- What was owed on every invoice, and what was paid beyond it, from day to day: until_day is null where it still is so at as-of.
-- While it is void, gone or not issued yet it claims nothing, and what came for it is free; so is money for what nobody told the amount of.
create table balances as
with accounts as (
  select l.process, l.item, l.owner, c.currency, c.due_day, c.due_known_day, c.debt_at, l.since, l.until,
    l.since >= c.issued_at and l.here and voided.item is null and (c.cancelled_at is null or l.since < c.cancelled_at) as claimed,
    c.succeeded_at is not null and l.since >= c.succeeded_at as over, l.amount - l.paid as rest, l.paid, p.tolerance
  from ledger l
  join claims c on c.process = l.process and c.item = l.item
  join processes p on p.process = l.process
  left join spans voided on voided.process = l.process and voided.item = l.item and voided.entry and voided.outcome_after = 2
    and l.since >= voided.entered and (voided.left_at is null or l.since < voided.left_at)),
judged as (
  select a.*, case when claimed and not over and rest > tolerance then rest end as owed,
    case when over then case when rest < -tolerance then -rest end when not claimed or rest is null then paid
      when rest < -tolerance then -rest end as free
  from accounts a)
select j.process, j.item, j.owner, j.currency, j.due_day, j.due_known_day, j.owed, nullif(j.free, cast(0 as decimal(18, 2))) as free,
  cast(local_day(j.since) as int) as from_day, cast(case when j.until is not null then local_day(j.until) end as int) as until_day,
  cast(local_day(j.debt_at) as int) as debt_day
from judged j
where (j.owed is not null or coalesce(j.free, cast(0 as decimal(18, 2))) <> 0) and (j.until is null or local_day(j.since) < local_day(j.until))
