-- Past the deadline and not done, while in the running.
create view spans_deadlines as
with overdue as (
  select d.process, d.item, d.owner, cast(greatest(local_day(d.passes), local_day(d.told_at)) as int) as from_day,
    cast(local_day(coalesce(d.done_at, d.left_at)) as int) as until_day
  from deadlines d cross join run r
  where d.known and d.passes <= r.as_of),
pieces as (
  select o.process, o.item, o.owner, o.from_day, o.until_day
  from overdue o left join (select distinct process, item from comebacks) c on c.process = o.process and c.item = o.item
  where c.item is null
  union all
  select o.process, o.item, o.owner, greatest(o.from_day, c.from_day), least(coalesce(o.until_day, c.until_day), coalesce(c.until_day, o.until_day))
  from overdue o join comebacks c on c.process = o.process and c.item = o.item and c.entry and c.outcome_after = 0)
select 'overdue_open' as kpi, process, cast(null as int) as subject, item, owner, cast(null as int) as currency, from_day, until_day,
  cast(null as decimal(18, 2)) as money
from pieces where until_day is null or until_day > from_day
