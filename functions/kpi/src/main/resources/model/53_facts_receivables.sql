-- Money invoiced, also by what was cancelled afterwards, and money that came. Success by another way than payments pays what was left.
create view facts_receivables as
select 'invoiced' as kpi, x.process, cast(null as int) as subject, x.item as item, case when x.dated then x.issued_day else -1000000 end as day, cast(null as int) as prior_day, x.issued_by as owner, cast(null as int) as stage,
  x.currency as currency, true as in_numerator, x.amount as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from claims x where x.amount is not null
union all
select 'paid' as kpi, x.process, cast(null as int) as subject, coalesce(x.item, x.told_of) as item, local_day(x.moment) as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  x.currency as currency, true as in_numerator, x.amount as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from payments x join processes p on p.process = x.process and p.invoice
union all
select 'paid' as kpi, x.process, cast(null as int) as subject, x.item as item, local_day(x.succeeded_at) as day, cast(null as int) as prior_day, x.succeeded_by as owner, cast(null as int) as stage,
  x.currency as currency, true as in_numerator, l.amount - l.paid as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from claims x
join ledger l on l.process = x.process and l.item = x.item and l.since <= x.succeeded_at and (l.until is null or l.until > x.succeeded_at)
join processes p on p.process = x.process
where l.amount - l.paid > p.tolerance
