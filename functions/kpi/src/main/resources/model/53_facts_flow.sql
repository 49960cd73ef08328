-- Stages: who stands in them, who entered.
create view facts_flow as
select 'standing' as kpi, i.process, i.stage as subject, i.item as item, -1000000 as day, cast(null as int) as prior_day,
  i.owner as owner, cast(null as int) as stage, cast(null as int) as currency, true as in_numerator,
  cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from process_items i where i.here and i.stage is not null
union all
select 'stage_events' as kpi, s.process, s.stage as subject, s.item as item, local_day(s.occurred) as day,
  cast(null as int) as prior_day, s.owner_now as owner, cast(null as int) as stage, cast(null as int) as currency,
  true as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from steps s where s.here or s.was_here
union all
select 'entries' as kpi, v.process, v.stage as subject, v.item as item,
  case when v.dated then local_day(v.entered) else -1000000 end as day, cast(null as int) as prior_day, v.owner as owner,
  cast(null as int) as stage, cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money,
  cast(null as bigint) as elapsed, cast(null as bigint) as working
from visits v
union all
select 'items_with' as kpi, v.process, v.stage as subject, v.item as item,
  case when v.dated then local_day(v.entered) else -1000000 end as day, e.prior_day as prior_day, cast(null as int) as owner,
  cast(null as int) as stage, cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money,
  cast(null as bigint) as elapsed, cast(null as bigint) as working
from visits v left join repeat_entries e on e.process = v.process and e.item = v.item and e.place = v.place
