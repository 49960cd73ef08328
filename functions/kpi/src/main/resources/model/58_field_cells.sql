-- Counts a day by the business file's own groups: fields of the item as told last before as-of.
create table field_cells as
with item_groups as (
  select g.process, v.item, g.dimension, coalesce(n.named, v.value) as grp
  from group_fields g
  join item_fields v on v.field = g.field
  left join group_names n on n.process = g.process and n.dimension = g.dimension and n.grp = v.value)
select f.kpi, f.process, f.subject, f.day, f.prior_day, g.dimension, i.grp, f.currency, count(*) as n,
  count_if(f.in_numerator) as hits, sum(f.money) as total, sum(case when f.in_numerator then f.money end) as hits_total
from counted_facts f
join group_fields g on g.process = f.process
left join item_groups i on i.process = g.process and i.dimension = g.dimension and i.item = f.item
group by f.kpi, f.process, f.subject, f.day, f.prior_day, g.dimension, i.grp, f.currency
