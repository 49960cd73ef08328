-- succeeded + failed + open + removed = created + begun before history
select t.process, sum(case when t.kpi <> 'created' then t.n else 0 end) as ended_or_open,
  sum(case when t.kpi = 'created' then t.n else 0 end) as created, coalesce(max(b.n), 0) as begun_before_history
from totals t
left join (select process, count(*) as n from process_items where created is null group by process) b on b.process = t.process
where t.kpi in ('succeeded', 'failed', 'open', 'removed', 'created') and t.period = 0 and t.dimension is null
group by t.process
having sum(case when t.kpi <> 'created' then t.n else -t.n end) <> coalesce(max(b.n), 0)
