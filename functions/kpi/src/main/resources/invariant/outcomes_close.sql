-- succeeded + failed + open + removed = created + begun before history
select process, sum(case when kpi <> 'created' then n else 0 end) as ended_or_open,
  sum(case when kpi = 'created' then n else 0 end) as created,
  (select count(*) from process_items i where i.process = t.process and i.created is null) as begun_before_history
from totals t
where kpi in ('succeeded', 'failed', 'open', 'removed', 'created') and period = 0 and dimension is null
group by process
having sum(case when kpi <> 'created' then n else -n end)
  <> (select count(*) from process_items i where i.process = t.process and i.created is null)
