-- Σ loss_reasons = failed, in every period and group, where the business file says what a reason is.
select t.process, t.period, t.dimension, t.grp, sum(case when t.kpi = 'failed' then t.n else 0 end) as failed,
  sum(case when t.kpi = 'loss_reasons' then t.n else 0 end) as reasons
from totals t join failure_reasons f on f.process = t.process
where t.kpi in ('failed', 'loss_reasons')
group by t.process, t.period, t.dimension, t.grp
having sum(case when t.kpi = 'failed' then t.n else -t.n end) <> 0
