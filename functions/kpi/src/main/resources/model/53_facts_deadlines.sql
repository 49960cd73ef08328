-- Deadlines by the day that they were due. An item that left the running before its deadline passed is in none of these.
create view facts_deadlines as
select 'due' as kpi, x.process, cast(null as int) as subject, x.item as item, x.due_day as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from deadlines x cross join run r
where x.known and x.passes <= r.as_of and (x.done_at is not null or x.left_at is null or x.left_at >= x.passes)
union all
select 'on_time_rate' as kpi, x.process, cast(null as int) as subject, x.item as item, x.due_day as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  cast(null as int) as currency, coalesce(x.done_at < x.passes, false) as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from deadlines x cross join run r
where x.known and x.passes <= r.as_of and (x.done_at is not null or x.left_at is null or x.left_at >= x.passes)
union all
select 'late' as kpi, x.process, cast(null as int) as subject, x.item as item, x.due_day as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from deadlines x cross join run r
where x.known and x.passes <= r.as_of and (x.done_at is not null or x.left_at is null or x.left_at >= x.passes) and coalesce(x.done_at >= x.passes, true)
union all
select 'on_time_rate_closed' as kpi, x.process, cast(null as int) as subject, x.item as item, x.due_day as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  cast(null as int) as currency, x.done_at < x.passes as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from deadlines x where x.done_at is not null
union all
select 'deadline_moved_rate' as kpi, x.process, cast(null as int) as subject, x.item as item, x.due_day as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  cast(null as int) as currency, x.moved as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from deadlines x
union all
select 'discipline' as kpi, x.process, cast(null as int) as subject, x.item as item, local_day(x.done_at) as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  cast(null as int) as currency, x.done_at < x.passes as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from deadlines x where x.done_at is not null
