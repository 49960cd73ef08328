-- Quantiles (linear interpolation, type 7) and means of the durations of every period and group.
create table time_totals as
with grouped as (
  select d.kpi, d.process, d.subject, d.clock, p.period, cast(null as varchar(64)) as dimension, cast(null as int) as grp, d.millis
  from durations d join day_periods x on x.day = d.day join periods p on p.period = x.period
  where p.plain
  union all
  select d.kpi, d.process, d.subject, d.clock, p.period, 'owner', coalesce(g.named, d.owner), d.millis
  from durations d join day_periods x on x.day = d.day join periods p on p.period = x.period
  left join group_names g on g.process = d.process and g.dimension = 'owner' and g.grp = d.owner
  where p.grouped
  union all
  select d.kpi, d.process, d.subject, d.clock, p.period, f.dimension, coalesce(g.named, v.value), d.millis
  from durations d join day_periods x on x.day = d.day join periods p on p.period = x.period
  join group_fields f on f.process = d.process
  left join item_fields v on v.item = d.item and v.field = f.field
  left join group_names g on g.process = d.process and g.dimension = f.dimension and g.grp = v.value
  where p.grouped)
select kpi, process, subject, clock, period, dimension, grp, count(*) as n, sum(millis) as total, min(millis) as least, max(millis) as most,
  percentile_cont(0.5) within group (order by millis) as median,
  percentile_cont(0.9) within group (order by millis) as p90,
  percentile_cont(0.95) within group (order by millis) as p95
from grouped
group by kpi, process, subject, clock, period, dimension, grp
