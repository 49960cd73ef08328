-- The groups that are named; those beyond the limit, by number of items (owners and stages: of facts), are summed up as *other (text 1).
create table group_names as
with counted as (
  select process, 'owner' as dimension, owner as grp, cast(sum(n) as bigint) as n from base_cells where owner is not null group by process, owner
  union all
  select process, 'stage', stage, cast(sum(n) as bigint) from base_cells where stage is not null group by process, stage
  union all
  select i.process, g.dimension, v.value, count(*)
  from process_items i
  join group_fields g on g.process = i.process
  join item_fields v on v.item = i.item and v.field = g.field
  group by i.process, g.dimension, v.value)
select c.process, c.dimension, c.grp,
  case when row_number() over (partition by c.process, c.dimension order by c.n desc nulls last, t.text nulls last) <= r.group_limit
    then c.grp else 1 end as named
from counted c join texts t on t.text_id = c.grp cross join run r
