-- The funnel: cohorts by creation, with the owner at as-of.
create view facts_funnel as
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
