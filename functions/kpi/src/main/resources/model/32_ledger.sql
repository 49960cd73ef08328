-- The account of every item that is to be paid, from change to change: what it comes to, what was paid of it, and whether that is all.
create table ledger as
with lines as (
  select s.process, s.item, s.occurred, 0 as turn, s.pos, coalesce(s.owner_now, -1) as owner, s.here,
    coalesce(s.amount_now, cast(-9999999999999999.99 as decimal(18, 2))) as amount, cast(0 as decimal(18, 2)) as paid
  from steps s join processes p on p.process = s.process and p.money
  union all
  select process, item, moment, 1, pos, cast(null as int), cast(null as boolean), cast(null as decimal(18, 2)), amount
  from payments where item is not null),
placed as (
  select process, item, occurred, owner, here, amount, paid,
    cast(row_number() over (partition by process, item order by occurred nulls last, turn nulls last, pos nulls last) as int) as place
  from lines),
running as (
  select process, item, occurred, place,
    max_by(owner, case when owner is not null then place end) over (partition by process, item order by place nulls last rows between unbounded preceding and current row) as owner,
    max_by(here, case when here is not null then place end) over (partition by process, item order by place nulls last rows between unbounded preceding and current row) as here,
    nullif(max_by(amount, case when amount is not null then place end) over (partition by process, item order by place nulls last rows between unbounded preceding and current row), cast(-9999999999999999.99 as decimal(18, 2))) as amount,
    cast(sum(paid) over (partition by process, item order by place nulls last rows between unbounded preceding and current row) as decimal(18, 2)) as paid,
    lead(occurred) over (partition by process, item order by place nulls last) as until
  from placed)
select l.process, l.item, l.place, l.occurred as since, l.until, nullif(l.owner, -1) as owner, coalesce(l.here, false) as here, l.amount, l.paid,
  coalesce(l.amount - l.paid <= p.tolerance, false) as settled
from running l join processes p on p.process = l.process
