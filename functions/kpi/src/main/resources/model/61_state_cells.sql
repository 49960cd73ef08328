-- How much a state changed up to each of these days since the one before, for everybody, by owner and by the business file's own groups.
create table state_cells as
with changes as (
  select kpi, process, subject, item, owner, currency, from_day as day, 1 as n, case when hit then 1 else 0 end as hits, money from state_spans
  union all
  select kpi, process, subject, item, owner, currency, until_day, -1, case when hit then -1 else 0 end, -money from state_spans where until_day is not null),
told as (
  select d.day, min(e.end_day) as end_day
  from (select distinct day from changes) d join ends e on e.end_day >= d.day
  group by d.day),
placed as (select c.kpi, c.process, c.subject, c.item, c.owner, c.currency, c.n, c.hits, c.money, t.end_day from changes c join told t on t.day = c.day)
select kpi, process, subject, cast(null as varchar(64)) as dimension, cast(null as int) as grp, currency, end_day, sum(n) as n, sum(hits) as hits, sum(money) as money
from placed group by kpi, process, subject, currency, end_day
union all
select c.kpi, c.process, c.subject, 'owner', coalesce(g.named, c.owner), c.currency, c.end_day, sum(c.n), sum(c.hits), sum(c.money)
from placed c left join group_names g on g.process = c.process and g.dimension = 'owner' and g.grp = c.owner
group by c.kpi, c.process, c.subject, coalesce(g.named, c.owner), c.currency, c.end_day
union all
select c.kpi, c.process, c.subject, f.dimension, coalesce(g.named, v.value), c.currency, c.end_day, sum(c.n), sum(c.hits), sum(c.money)
from placed c
join group_fields f on f.process = c.process
left join item_fields v on v.item = c.item and v.field = f.field
left join group_names g on g.process = c.process and g.dimension = f.dimension and g.grp = v.value
group by c.kpi, c.process, c.subject, f.dimension, coalesce(g.named, v.value), c.currency, c.end_day
