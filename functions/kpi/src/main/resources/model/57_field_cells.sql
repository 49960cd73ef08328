-- The same by the business file's own groups: fields of the item as told last before as-of.
create table field_cells as
select f.kpi, f.process, f.subject, f.day, f.prior_day, g.dimension, v.value as grp, f.currency, count(*) as n,
  count_if(f.in_numerator) as hits, sum(f.money) as total, sum(case when f.in_numerator then f.money end) as hits_total
from counted_facts f
join group_fields g on g.process = f.process
left join item_fields v on v.item = f.item and v.field = g.field
group by f.kpi, f.process, f.subject, f.day, f.prior_day, g.dimension, v.value, f.currency
