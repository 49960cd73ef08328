-- Beginnings, ends, and what is neither.
create view facts_outcomes as
select 'created' as kpi, i.process, cast(null as int) as subject, i.item as item, local_day(i.created) as day,
  cast(null as int) as prior_day, i.owner_created as owner, cast(null as int) as stage, cast(null as int) as currency,
  true as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from process_items i where i.created is not null
union all
select 'succeeded' as kpi, o.process, cast(null as int) as subject, o.item as item,
  case when o.moment is null then -1000000 else local_day(o.moment) end as day, cast(null as int) as prior_day, o.owner as owner,
  o.stage_from as stage, cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money,
  cast(null as bigint) as elapsed, cast(null as bigint) as working
from outcomes o where o.outcome = 1
union all
select 'failed' as kpi, o.process, cast(null as int) as subject, o.item as item,
  case when o.moment is null then -1000000 else local_day(o.moment) end as day, cast(null as int) as prior_day, o.owner as owner,
  o.stage_from as stage, cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money,
  cast(null as bigint) as elapsed, cast(null as bigint) as working
from outcomes o where o.outcome = 2
union all
select 'open' as kpi, i.process, cast(null as int) as subject, i.item as item, -1000000 as day, cast(null as int) as prior_day,
  i.owner as owner, i.stage as stage, cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money,
  r.as_of - coalesce(i.created, i.first_at) as elapsed,
  working_millis(r.as_of) - working_millis(coalesce(i.created, i.first_at)) as working
from process_items i left join outcomes o on o.process = i.process and o.item = i.item cross join run r
where i.here and o.item is null
union all
select 'stale_open' as kpi, i.process, cast(null as int) as subject, i.item as item, -1000000 as day, cast(null as int) as prior_day,
  i.owner as owner, i.stage as stage, cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money,
  r.as_of - coalesce(i.created, i.first_at) as elapsed,
  working_millis(r.as_of) - working_millis(coalesce(i.created, i.first_at)) as working
from stale_items x join process_items i on i.process = x.process and i.item = x.item cross join run r
where x.open
union all
select 'removed' as kpi, i.process, cast(null as int) as subject, i.item as item, -1000000 as day, cast(null as int) as prior_day,
  i.owner as owner, i.stage as stage, cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money,
  cast(null as bigint) as elapsed, cast(null as bigint) as working
from process_items i left join outcomes o on o.process = i.process and o.item = i.item
where not i.here and o.item is null
union all
select 'win_rate' as kpi, o.process, cast(null as int) as subject, o.item as item,
  case when o.moment is null then -1000000 else local_day(o.moment) end as day, cast(null as int) as prior_day, o.owner as owner,
  cast(null as int) as stage, cast(null as int) as currency, o.outcome = 1 as in_numerator, cast(null as decimal(18, 2)) as money,
  cast(null as bigint) as elapsed, cast(null as bigint) as working
from outcomes o where not o.excluded
union all
select 'win_rate_amount' as kpi, o.process, cast(null as int) as subject, o.item as item,
  case when o.moment is null then -1000000 else local_day(o.moment) end as day, cast(null as int) as prior_day, o.owner as owner,
  cast(null as int) as stage, o.currency as currency, o.outcome = 1 as in_numerator, o.amount as money,
  cast(null as bigint) as elapsed, cast(null as bigint) as working
from outcomes o where not o.excluded and o.amount is not null
