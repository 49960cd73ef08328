-- Intervals against their target: what ended or was dropped late, by its end; what is open and past the target is a state (spans_targets).
create view facts_targets as
select 'interval_on_target' as kpi, x.process, x.subject as subject, x.item as item, local_day(x.until) as day,
  cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage, cast(null as int) as currency,
  x.state = 'closed' and x.until < x.passes as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed,
  cast(null as bigint) as working
from interval_targets x where x.state = 'closed' or (x.state = 'dropped' and x.until >= x.passes)
union all
select 'interval_on_target_closed' as kpi, x.process, x.subject as subject, x.item as item, local_day(x.until) as day,
  cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage, cast(null as int) as currency,
  x.until < x.passes as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from interval_targets x where x.state = 'closed'
