-- Every count of all time is as long as the list of its items, and every list has its count.
with listed as (
  select kpi, process, subject, currency, count(*) as n
  from (select kpi, process, subject, currency, prior_day from counted_facts union all select kpi, process, subject, currency, prior_day from facts_states) f
  where f.prior_day is null and f.kpi <> 'stage_events'
  group by kpi, process, subject, currency),
shown as (
  select kpi, process, subject, currency, n
  from totals
  where period = 0 and dimension is null and kpi not in ('events', 'debt_not_due'))
select coalesce(s.kpi, l.kpi) as kpi, coalesce(s.process, l.process) as process, coalesce(s.subject, l.subject) as subject, s.n as shown, l.n as listed
from shown s
full join listed l on l.kpi = s.kpi and l.process = s.process and coalesce(l.subject, -1) = coalesce(s.subject, -1)
  and coalesce(l.currency, -1) = coalesce(s.currency, -1)
where coalesce(s.n, 0) <> coalesce(l.n, 0)
