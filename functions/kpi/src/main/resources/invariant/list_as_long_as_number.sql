-- Every count of all time is as long as the list of its items.
with listed as (
  select kpi, process, subject, currency, count(*) as n
  from facts
  where kpi in ('created', 'succeeded', 'failed', 'open', 'removed', 'standing', 'entries', 'reached', 'passed', 'conversion', 'step_conversion',
    'conversion_within', 'win_rate', 'interval_on_target', 'interval_on_target_closed', 'interval_overdue_open',
    'loss_reasons', 'loss_reasons_amount', 'stale_open', 'rework_rate', 'first_pass_rate', 'rounds_mean', 'handover_rate', 'reassignments_mean')
  group by kpi, process, subject, currency)
select t.kpi, t.process, t.subject, t.n as shown, l.n as listed
from totals t
left join listed l on l.kpi = t.kpi and l.process = t.process and coalesce(l.subject, -1) = coalesce(t.subject, -1)
  and coalesce(l.currency, -1) = coalesce(t.currency, -1)
where t.period = 0 and t.dimension is null and t.kpi in ('created', 'succeeded', 'failed', 'open', 'removed', 'standing', 'entries', 'reached', 'passed',
    'conversion', 'step_conversion', 'conversion_within', 'win_rate', 'interval_on_target', 'interval_on_target_closed', 'interval_overdue_open',
    'loss_reasons', 'loss_reasons_amount', 'stale_open', 'rework_rate', 'first_pass_rate', 'rounds_mean', 'handover_rate', 'reassignments_mean')
  and t.n <> coalesce(l.n, 0)
