-- Durations, ended and still running. Times in milliseconds.
create view facts_timed as
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
