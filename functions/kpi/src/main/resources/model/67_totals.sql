-- The counts of every period and group.
create table totals as
with flows as (
  select c.kpi, c.process, c.subject, p.period, c.dimension, coalesce(g.named, c.grp) as grp, c.currency, c.n, c.hits, c.total, c.hits_total
  from cells c
  join day_periods d on d.day = c.day
  join periods p on p.period = d.period
  left join group_names g on g.process = c.process and g.dimension = c.dimension and g.grp = c.grp and c.dimension in ('owner', 'stage')
  where (c.prior_day is null or c.prior_day < p.first_day)
    and case when c.dimension is null then p.plain else p.grouped end
  union all
  select s.kpi, s.process, s.subject, p.period, cast(null as varchar(64)), cast(null as int), cast(null as int), s.change, s.change,
    cast(null as decimal(18, 2)), cast(null as decimal(18, 2))
  from state_changes s join periods p on p.plain and p.period > 0 and s.day <= p.last_day
  union all
  select s.kpi, s.process, s.subject, p.period, s.dimension, s.grp, s.currency, s.n, s.hits, s.total, s.total
  from state_totals s cross join run r join periods p on least(p.last_day, r.last_day) = s.end_day
  where case when s.dimension is null then p.plain else p.grouped end
  union all
  select kpi, process, subject, period, cast(null as varchar(64)), cast(null as int), currency, 0, 0,
    case when currency is not null then cast(0 as decimal(18, 2)) end, case when currency is not null then cast(0 as decimal(18, 2)) end
  from grid)
select kpi, process, subject, period, dimension, grp, currency, cast(sum(n) as bigint) as n, cast(sum(hits) as bigint) as hits,
  sum(total) as total, sum(hits_total) as hits_total
from flows
group by kpi, process, subject, period, dimension, grp, currency
