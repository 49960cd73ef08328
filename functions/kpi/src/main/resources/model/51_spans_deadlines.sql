-- Past the deadline and not done.
create view spans_deadlines as
select 'overdue_open' as kpi, d.process, cast(null as int) as subject, d.item, d.owner, cast(null as int) as currency,
  cast(greatest(local_day(d.passes), local_day(d.told_at)) as int) as from_day,
  cast(local_day(coalesce(d.done_at, d.left_at)) as int) as until_day, cast(null as decimal(18, 2)) as money
from deadlines d cross join run r
where d.known and d.passes <= r.as_of
  and (coalesce(d.done_at, d.left_at) is null or local_day(coalesce(d.done_at, d.left_at)) > greatest(local_day(d.passes), local_day(d.told_at)))
