-- The deadline that counts of every item that has one: the one in force when it passed or when the item was done, whichever is earlier.
-- left_at: the item was out of the running by then, without being done. known: when it was done, or that it was not, is known.
create table deadlines as
with ended as (
  select d.process, i.item, o.moment as done_at, o.owner as done_by, o.item is null or o.moment is not null as known,
    case when o.item is null and e.outcome is not null then e.moment when o.item is null and not i.here then i.last_at end as left_at,
    coalesce(e.owner, i.owner) as owner, d.by_date
  from deadline_rules d
  join process_items i on i.process = d.process
  left join moments o on o.process = d.process and o.milestone = d.done_milestone and o.item = i.item
  left join outcomes e on e.process = d.process and e.item = i.item
  where not (o.item is null and e.outcome is not null and e.moment is null)),
held as (
  select process, item, told_at, place, due_day, passes,
    lead(told_at) over (partition by process, item order by place nulls last) as replaced_at,
    count(due_day) over (partition by process, item) > 1 as moved
  from dues),
counting as (
  select h.*, e.done_at, e.done_by, e.known, e.left_at, e.owner, e.by_date,
    row_number() over (partition by h.process, h.item order by h.place nulls last) as turn
  from held h join ended e on e.process = h.process and e.item = h.item
  where h.replaced_at is null or h.passes <= h.replaced_at or e.done_at < h.replaced_at)
select process, item, told_at, due_day, passes, moved, done_at, known, left_at, coalesce(done_by, owner) as owner, by_date,
  case when done_at is null then null when by_date then greatest(0, local_day(done_at) - due_day) * cast(86400000 as bigint)
    else greatest(0, done_at - passes + 1) end as late_millis
from counting
where turn = 1 and due_day is not null
