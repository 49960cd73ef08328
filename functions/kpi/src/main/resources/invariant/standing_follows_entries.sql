-- entries − exits = standing: what changed day by day comes to what stands at as-of, for open, stale, removed and standing alike.
with states as (
  select kpi, process, subject, sum(change) as n from state_changes group by kpi, process, subject),
shown as (
  select kpi, process, subject, n from totals where kpi in ('open', 'stale_open', 'removed', 'standing') and period = 0 and dimension is null)
select coalesce(a.kpi, b.kpi) as kpi, coalesce(a.process, b.process) as process, coalesce(a.subject, b.subject) as subject,
  a.n as changes, b.n as shown
from states a
full join shown b on b.kpi = a.kpi and b.process = a.process and coalesce(b.subject, -1) = coalesce(a.subject, -1)
where coalesce(a.n, 0) <> coalesce(b.n, 0)
