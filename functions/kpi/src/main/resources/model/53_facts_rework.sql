-- Items sent back, by their creation (begun before history: all time only), with the owner at as-of. money: the number of rounds.
create view facts_rework as
select 'rework_rate' as kpi, w.process, cast(null as int) as subject, w.item as item,
  case when i.created is null then -1000000 else local_day(i.created) end as day, cast(null as int) as prior_day, i.owner as owner,
  cast(null as int) as stage, cast(null as int) as currency, w.entries > 0 as in_numerator, cast(null as decimal(18, 2)) as money,
  cast(null as bigint) as elapsed, cast(null as bigint) as working
from rework w join process_items i on i.process = w.process and i.item = w.item
union all
select 'rounds_mean' as kpi, w.process, cast(null as int) as subject, w.item as item,
  case when i.created is null then -1000000 else local_day(i.created) end as day, cast(null as int) as prior_day, i.owner as owner,
  cast(null as int) as stage, cast(null as int) as currency, true as in_numerator, cast(1 + w.entries as decimal(18, 2)) as money,
  cast(null as bigint) as elapsed, cast(null as bigint) as working
from rework w join process_items i on i.process = w.process and i.item = w.item
union all
select 'first_pass_rate' as kpi, o.process, cast(null as int) as subject, o.item as item,
  case when i.created is null then -1000000 else local_day(i.created) end as day, cast(null as int) as prior_day, i.owner as owner,
  cast(null as int) as stage, cast(null as int) as currency, coalesce(w.entries, 0) = 0 as in_numerator,
  cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from outcomes o
join rework_rules x on x.process = o.process
join process_items i on i.process = o.process and i.item = o.item
left join rework w on w.process = o.process and w.item = o.item
