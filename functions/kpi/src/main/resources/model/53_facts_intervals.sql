-- Intervals that came to no end, or ended before they began.
create view facts_intervals as
select 'interval_dropped' as kpi, v.process, v.subject as subject, v.item as item, local_day(v.until) as day,
  cast(null as int) as prior_day, v.owner as owner, cast(null as int) as stage, cast(null as int) as currency, true as in_numerator,
  cast(null as decimal(18, 2)) as money, v.until - v.started as elapsed, working_millis(v.until) - working_millis(v.started) as working
from interval_runs v where v.state = 'dropped'
union all
select 'interval_negative' as kpi, v.process, v.subject as subject, v.item as item, local_day(v.until) as day,
  cast(null as int) as prior_day, v.owner as owner, cast(null as int) as stage, cast(null as int) as currency, true as in_numerator,
  cast(null as decimal(18, 2)) as money, v.until - v.started as elapsed, working_millis(v.until) - working_millis(v.started) as working
from interval_runs v where v.state = 'negative'
