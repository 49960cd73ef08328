-- Changes of owner, by the item's creation (begun before history: all time only), with the owner at as-of. money: the number of changes.
create view facts_owners as
select 'handover_rate' as kpi, i.process, cast(null as int) as subject, i.item as item,
  case when i.created is null then -1000000 else local_day(i.created) end as day, cast(null as int) as prior_day, i.owner as owner,
  cast(null as int) as stage, cast(null as int) as currency, i.handovers > 0 as in_numerator, cast(null as decimal(18, 2)) as money,
  cast(null as bigint) as elapsed, cast(null as bigint) as working
from process_items i
union all
select 'reassignments_mean' as kpi, i.process, cast(null as int) as subject, i.item as item,
  case when i.created is null then -1000000 else local_day(i.created) end as day, cast(null as int) as prior_day, i.owner as owner,
  cast(null as int) as stage, cast(null as int) as currency, true as in_numerator, cast(i.handovers as decimal(18, 2)) as money,
  cast(null as bigint) as elapsed, cast(null as bigint) as working
from process_items i
