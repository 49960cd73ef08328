-- Control of the work: invoices called for, fields, tasks, links.
create view facts_control as
select 'issued_on_time_rate' as kpi, x.process as process, cast(null as int) as subject, x.item as item, local_day(x.issued_at) as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  cast(null as int) as currency, x.issued_at < x.passes as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from demands x where x.issued_at is not null
union all
select 'fields_missing_rate' as kpi, x.process as process, x.subject as subject, x.item as item, case when x.moment is null then -1000000 else local_day(x.moment) end as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  cast(null as int) as currency, x.missing as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from required x
union all
select 'tasks_set_rate' as kpi, x.process as process, x.subject as subject, x.item as item, local_day(x.moment) as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  cast(null as int) as currency, x.in_time as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from tasks_set x
union all
select 'linked_rate' as kpi, x.process as process, cast(null as int) as subject, x.item as item, case when x.created is null then -1000000 else local_day(x.created) end as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  cast(null as int) as currency, l.item is not null as in_numerator, cast(null as decimal(18, 2)) as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from process_items x left join links l on l.item = x.item
where x.process in (select i.process from process_items i join links l on l.item = i.item union select process from parents)
