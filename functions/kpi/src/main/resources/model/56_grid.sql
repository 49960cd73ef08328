-- What has a figure in every period since the process began, nought included.
create table grid as
with asked as (
  select k.kpi, p.process, cast(null as int) as subject
  from processes p cross join (
    select 'created' as kpi union all select 'succeeded' union all select 'failed' union all select 'open' union all select 'removed'
    union all select 'events' union all select 'win_rate') k
  union
  select k.kpi, m.process, m.subject
  from milestones m cross join (
    select 'reached' as kpi union all select 'passed' union all select 'conversion' union all select 'conversion_within') k
  where k.kpi = 'reached' or m.funnel is not null
  union
  select 'step_conversion', process, subject from milestones where funnel > 0
  union
  select k.kpi, i.process, i.subject
  from intervals i cross join (select 'interval_negative' as kpi union all select 'interval_dropped') k
  union
  select distinct kpi, process, subject from cells where kpi in ('standing', 'entries', 'items_with', 'events')
  union
  select distinct 'standing', process, subject from cells where kpi = 'entries'),
began as (
  select process, min(first_at) as first_at from process_items group by process)
select a.kpi, a.process, a.subject, p.period
from asked a
left join began b on b.process = a.process
join periods p on p.plain and (p.period = 0 or p.last_day >= local_day(b.first_at))
