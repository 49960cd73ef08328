-- The owners' figures of all time sum up to everybody's.
select t.kpi, t.process, t.subject, t.n as everybody, sum(g.n) as owners
from totals t
join totals g on g.kpi = t.kpi and g.process = t.process and coalesce(g.subject, -1) = coalesce(t.subject, -1)
  and g.period = t.period and g.dimension = 'owner' and coalesce(g.currency, -1) = coalesce(t.currency, -1)
where t.dimension is null and t.period = 0
group by t.kpi, t.process, t.subject, t.currency, t.n
having sum(g.n) <> t.n
