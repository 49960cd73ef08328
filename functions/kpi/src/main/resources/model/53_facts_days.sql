-- Days late and days to pay, as milliseconds.
create view facts_days as
select 'days_late' as kpi, x.process, cast(null as int) as subject, x.item as item, x.due_day as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money, x.late_millis as elapsed, cast(null as bigint) as working
from deadlines x where x.done_at is not null
union all
select 'days_late_of_late' as kpi, x.process, cast(null as int) as subject, x.item as item, x.due_day as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money, x.late_millis as elapsed, cast(null as bigint) as working
from deadlines x where x.done_at >= x.passes
union all
select 'days_to_pay' as kpi, x.process, cast(null as int) as subject, x.item as item, local_day(x.succeeded_at) as day, cast(null as int) as prior_day, x.succeeded_by as owner, cast(null as int) as stage,
  cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money, (local_day(x.succeeded_at) - x.issued_day) * cast(86400000 as bigint) as elapsed, cast(null as bigint) as working
from claims x where x.succeeded_at is not null and x.dated
