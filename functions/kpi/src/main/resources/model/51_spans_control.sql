-- Called for and not there in time, while its deal is neither lost nor gone: a miss of the rate of those issued; in need of a contact.
create view spans_control as
with waiting as (
  select d.process, d.parent_process, d.item, d.owner, cast(local_day(d.passes) as int) as from_day,
    cast(local_day(least(coalesce(d.issued_at, d.left_at), coalesce(d.left_at, d.issued_at))) as int) as until_day
  from demands d cross join run r
  where d.passes <= r.as_of),
pieces as (
  select w.process, w.item, w.owner, w.from_day, w.until_day
  from waiting w left join (select distinct process, item from comebacks) c on c.process = w.parent_process and c.item = w.item
  where c.item is null
  union all
  select w.process, w.item, w.owner, greatest(w.from_day, c.from_day), least(coalesce(w.until_day, c.until_day), coalesce(c.until_day, w.until_day))
  from waiting w join comebacks c on c.process = w.parent_process and c.item = w.item and (c.outcome_after = 1 or (c.entry and c.outcome_after = 0)))
select 'issued_on_time_rate' as kpi, process, cast(null as int) as subject, item, owner, cast(null as int) as currency, from_day, until_day,
  false as hit, cast(null as decimal(18, 2)) as money
from pieces where until_day is null or until_day > from_day
union all
select 'uncontacted_open', c.process, cast(null as int), c.item, c.owner, cast(null as int), cast(local_day(c.passes) as int), cast(local_day(c.until) as int),
  true, cast(null as decimal(18, 2))
from contacts c cross join run r
where c.passes <= r.as_of and (c.until is null or local_day(c.until) > local_day(c.passes))
