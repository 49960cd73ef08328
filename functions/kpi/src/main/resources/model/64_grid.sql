-- What has a figure in every period since the process began, nought included.
create table grid as
with money as (
  select distinct process, currency from claims
  union
  select process, currency from payments where process in (select process from processes where invoice)),
asked as (
  select k.kpi, p.process, cast(null as int) as subject, cast(null as int) as currency
  from processes p cross join (
    select 'created' as kpi union all select 'succeeded' union all select 'failed' union all select 'open' union all select 'removed'
    union all select 'events' union all select 'win_rate' union all select 'stale_open' union all select 'handover_rate'
    union all select 'reassignments_mean') k
  union
  select k.kpi, m.process, m.subject, cast(null as int)
  from milestones m cross join (
    select 'reached' as kpi union all select 'passed' union all select 'conversion' union all select 'conversion_within') k
  where k.kpi = 'reached' or m.funnel is not null
  union
  select 'step_conversion', process, subject, cast(null as int) from milestones where funnel > 0
  union
  select k.kpi, i.process, i.subject, cast(null as int)
  from intervals i cross join (select 'interval_negative' as kpi union all select 'interval_dropped') k
  union
  select k.kpi, i.process, i.subject, cast(null as int)
  from intervals i cross join (
    select 'interval_on_target' as kpi union all select 'interval_on_target_closed' union all select 'interval_overdue_open') k
  where i.target_millis is not null
  union
  select k.kpi, w.process, cast(null as int), cast(null as int)
  from rework_rules w cross join (select 'rework_rate' as kpi union all select 'first_pass_rate' union all select 'rounds_mean') k
  union
  select distinct kpi, process, subject, currency from cells
  where kpi in ('standing', 'entries', 'items_with', 'events', 'loss_reasons', 'loss_reasons_amount')
  union
  select distinct 'standing', process, subject, cast(null as int) from cells where kpi = 'entries'
  union
  select k.kpi, d.process, cast(null as int), cast(null as int)
  from deadline_rules d cross join (
    select 'due' as kpi union all select 'on_time_rate' union all select 'late' union all select 'overdue_open' union all select 'discipline') k
  union
  select 'uncontacted_open', process, cast(null as int), cast(null as int) from contact_rules
  union
  select k.kpi, m.process, cast(null as int), m.currency
  from money m cross join (
    select 'invoiced' as kpi union all select 'paid' union all select 'outstanding' union all select 'unallocated') k
  union
  select 'debt', m.process, cast(null as int), m.currency from money m join processes p on p.process = m.process and p.debt_stated
  union
  select 'ageing', m.process, e.subject, m.currency from money m join ageing_edges e on e.process = m.process),
began as (
  select process, min(first_at) as first_at from process_items group by process)
select a.kpi, a.process, a.subject, a.currency, p.period
from asked a
left join began b on b.process = a.process
join periods p on p.plain and (p.period = 0 or p.last_day >= local_day(b.first_at))
