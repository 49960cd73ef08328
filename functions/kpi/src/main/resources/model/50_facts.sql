-- The one view that every figure is an aggregate of: one row an item a figure, at the local day that decides its period (-1000000: all
-- time only), with the owner whose fact it is. prior_day: the item was counted for it on that day already. Times in milliseconds.
create view facts as
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
select 'removed' as kpi, i.process, cast(null as int) as subject, i.item as item, -1000000 as day, cast(null as int) as prior_day,
  i.owner as owner, i.stage as stage, cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money,
  cast(null as bigint) as elapsed, cast(null as bigint) as working
from process_items i left join outcomes o on o.process = i.process and o.item = i.item
where not i.here and o.item is null
union all
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
union all
select 'reached' as kpi, o.process, m.subject as subject, o.item as item, local_day(i.created) as day, cast(null as int) as prior_day,
  i.owner as owner, cast(null as int) as stage, cast(null as int) as currency, true as in_numerator,
  cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from moments o join milestones m on m.process = o.process and m.milestone = o.milestone
join process_items i on i.process = o.process and i.item = o.item where i.created is not null
union all
select 'passed' as kpi, o.process, m.subject as subject, o.item as item, local_day(i.created) as day, cast(null as int) as prior_day,
  i.owner as owner, cast(null as int) as stage, cast(null as int) as currency, true as in_numerator,
  cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from passages o join milestones m on m.process = o.process and m.milestone = o.milestone
join process_items i on i.process = o.process and i.item = o.item where i.created is not null
union all
select 'conversion' as kpi, base.process, m.subject as subject, base.item as item, local_day(i.created) as day,
  cast(null as int) as prior_day, i.owner as owner, cast(null as int) as stage, cast(null as int) as currency,
  o.item is not null as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed,
  cast(null as bigint) as working
from passages base
join milestones f on f.process = base.process and f.milestone = base.milestone
join milestones m on m.process = base.process and m.funnel is not null and f.funnel = 0
join process_items i on i.process = base.process and i.item = base.item
left join passages o on o.process = base.process and o.milestone = m.milestone and o.item = base.item
where i.created is not null
union all
select 'step_conversion' as kpi, base.process, m.subject as subject, base.item as item, local_day(i.created) as day,
  cast(null as int) as prior_day, i.owner as owner, cast(null as int) as stage, cast(null as int) as currency,
  o.item is not null as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed,
  cast(null as bigint) as working
from passages base
join milestones f on f.process = base.process and f.milestone = base.milestone
join milestones m on m.process = base.process and m.funnel = f.funnel + 1
join process_items i on i.process = base.process and i.item = base.item
left join passages o on o.process = base.process and o.milestone = m.milestone and o.item = base.item
where i.created is not null
union all
select 'conversion_within' as kpi, i.process, m.subject as subject, i.item as item, local_day(i.created) as day,
  cast(null as int) as prior_day, i.owner as owner, cast(null as int) as stage, cast(null as int) as currency,
  coalesce(case when a.within_working then working_millis(o.moment) - working_millis(i.created) else o.moment - i.created end <= a.millis, false) as in_numerator,
  cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from process_items i
join cohort_ages a on a.process = i.process
join milestones m on m.process = i.process and m.funnel is not null
left join passages o on o.process = i.process and o.milestone = m.milestone and o.item = i.item
cross join run r
where i.created is not null
  and case when a.within_working then working_millis(r.as_of) - working_millis(i.created) else r.as_of - i.created end >= a.millis
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
union all
select 'case_time' as kpi, i.process, cast(null as int) as subject, i.item as item, local_day(i.created) as day,
  cast(null as int) as prior_day, i.owner as owner, cast(null as int) as stage, cast(null as int) as currency, true as in_numerator,
  cast(null as decimal(18, 2)) as money, i.last_at - i.created as elapsed,
  working_millis(i.last_at) - working_millis(i.created) as working
from process_items i where i.created is not null
union all
select 'case_time_open' as kpi, i.process, cast(null as int) as subject, i.item as item, -1000000 as day,
  cast(null as int) as prior_day, i.owner as owner, cast(null as int) as stage, cast(null as int) as currency, true as in_numerator,
  cast(null as decimal(18, 2)) as money, r.as_of - i.created as elapsed, working_millis(r.as_of) - working_millis(i.created) as working
from process_items i left join outcomes o on o.process = i.process and o.item = i.item cross join run r
where i.created is not null and i.here and o.item is null
union all
select 'stage_time' as kpi, v.process, v.stage as subject, v.item as item, local_day(v.left_at) as day,
  cast(null as int) as prior_day, v.owner_next as owner, cast(null as int) as stage, cast(null as int) as currency,
  true as in_numerator, cast(null as decimal(18, 2)) as money, v.left_at - v.entered as elapsed,
  working_millis(v.left_at) - working_millis(v.entered) as working
from visits v where v.left_at is not null and v.dated and not v.truncated and (v.ends is null or v.new_visit)
union all
select 'stage_time_open' as kpi, v.process, v.stage as subject, v.item as item, -1000000 as day, cast(null as int) as prior_day,
  v.owner as owner, cast(null as int) as stage, cast(null as int) as currency, true as in_numerator,
  cast(null as decimal(18, 2)) as money, r.as_of - v.entered as elapsed, working_millis(r.as_of) - working_millis(v.entered) as working
from visits v left join outcomes o on o.process = v.process and o.item = v.item cross join run r
where v.left_at is null and v.dated and not v.truncated and o.item is null and v.ends is null
union all
select 'interval' as kpi, v.process, v.subject as subject, v.item as item, local_day(v.until) as day, cast(null as int) as prior_day,
  v.owner as owner, cast(null as int) as stage, cast(null as int) as currency, true as in_numerator,
  cast(null as decimal(18, 2)) as money, v.until - v.started as elapsed, working_millis(v.until) - working_millis(v.started) as working
from interval_runs v where v.state = 'closed'
union all
select 'interval_open' as kpi, v.process, v.subject as subject, v.item as item, -1000000 as day, cast(null as int) as prior_day,
  v.owner as owner, cast(null as int) as stage, cast(null as int) as currency, true as in_numerator,
  cast(null as decimal(18, 2)) as money, v.until - v.started as elapsed, working_millis(v.until) - working_millis(v.started) as working
from interval_runs v where v.state = 'open'
union all
select 'interval_dropped' as kpi, v.process, v.subject as subject, v.item as item, local_day(v.until) as day,
  cast(null as int) as prior_day, v.owner as owner, cast(null as int) as stage, cast(null as int) as currency, true as in_numerator,
  cast(null as decimal(18, 2)) as money, v.until - v.started as elapsed, working_millis(v.until) - working_millis(v.started) as working
from interval_runs v where v.state = 'dropped'
union all
select 'interval_negative' as kpi, v.process, v.subject as subject, v.item as item, local_day(v.until) as day,
  cast(null as int) as prior_day, v.owner as owner, cast(null as int) as stage, cast(null as int) as currency, true as in_numerator,
  cast(null as decimal(18, 2)) as money, v.until - v.started as elapsed, working_millis(v.until) - working_millis(v.started) as working
from interval_runs v where v.state = 'negative'
