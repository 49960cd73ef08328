-- Σ ageing = outstanding, each currency apart, at the end of every period and in every group.
select process, period, dimension, grp, currency, sum(case when kpi = 'ageing' then coalesce(total, 0) else 0 end) as ageing,
  sum(case when kpi = 'outstanding' then coalesce(total, 0) else 0 end) as outstanding
from totals where kpi in ('ageing', 'outstanding')
group by process, period, dimension, grp, currency
having sum(case when kpi = 'ageing' then coalesce(total, 0) else -coalesce(total, 0) end) <> 0
