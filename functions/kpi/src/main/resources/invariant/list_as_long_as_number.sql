-- Every count of all time is as long as the list of its items.
with listed as (
  select kpi, process, subject, count(*) as n
  from facts
  where kpi in ('created', 'succeeded', 'failed', 'open', 'removed', 'standing', 'entries', 'reached', 'passed', 'conversion', 'step_conversion',
    'conversion_within', 'win_rate')
  group by kpi, process, subject)
select t.kpi, t.process, t.subject, t.n as shown, l.n as listed
from totals t
left join listed l on l.kpi = t.kpi and l.process = t.process and coalesce(l.subject, -1) = coalesce(t.subject, -1)
where t.period = 0 and t.dimension is null and t.kpi in ('created', 'succeeded', 'failed', 'open', 'removed', 'standing', 'entries', 'reached', 'passed',
    'conversion', 'step_conversion', 'conversion_within', 'win_rate')
  and t.n <> coalesce(l.n, 0)
