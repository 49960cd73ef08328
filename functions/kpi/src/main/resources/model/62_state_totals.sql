-- States at the end of each of these days; a group in which nothing is has no row.
create table state_totals as
select c.kpi, c.process, c.subject, e.end_day, c.dimension, c.grp, c.currency, cast(sum(c.n) as bigint) as n, cast(sum(c.hits) as bigint) as hits, cast(sum(c.money) as decimal(18, 2)) as total
from state_cells c join ends e on e.end_day >= c.end_day
where c.dimension is null or e.grouped = 1
group by c.kpi, c.process, c.subject, e.end_day, c.dimension, c.grp, c.currency
having c.dimension is null or sum(c.n) <> 0
