-- Past the deadline and not done, while in the running; and with it a miss of the discipline.
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
select k.kpi, p.process, cast(null as int) as subject, p.item, p.owner, cast(null as int) as currency, p.from_day, p.until_day, k.hit,
  cast(null as decimal(18, 2)) as money
from pieces p cross join (select 'overdue_open' as kpi, true as hit union all select 'discipline', false) k
where p.until_day is null or p.until_day > p.from_day
