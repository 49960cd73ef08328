-- kpi: own_first_contact_rate
-- name: Contacted within 2 working days
-- name-ru: Связались за 2 рабочих дня
-- ru: С какой долей новых сделок связались за первые два рабочих дня?
-- en: What share of the new deals was contacted within the first two working days?
-- formula: # deals with a call or a note within 18 working hours of their creation ÷ # deals created
-- formula-ru: # сделок, у которых есть звонок или примечание за 18 рабочих часов с создания ÷ # созданных сделок
-- unit: ratio
-- interval: wilson
-- edge: By the period of creation and the owner of then. A working day has 9 hours. Deals younger than two of them are left out.
-- edge-ru: По периоду создания и ответственному на тот момент. Рабочий день — 9 часов. Сделки моложе двух таких дней не входят.
with contacts as (
  select i.process, i.item, min(e.occurred) as moment
  from process_items i join events e on e.item = i.item and e.kind = 'contacted' and e.occurred >= i.created
  group by i.process, i.item),
deals as (
  select i.process, i.owner_created as owner, local_day(i.created) as day,
    c.moment is not null and working_millis(coalesce(c.moment, i.created)) - working_millis(i.created) <= 64800000 as in_time
  from process_items i
  join processes p on p.process = i.process and p.name = 'sales'
  left join contacts c on c.process = i.process and c.item = i.item
  cross join run r
  where i.created is not null and working_millis(r.as_of) - working_millis(i.created) >= 64800000),
grouped as (
  select process, day, cast(null as varchar(64)) as dimension, cast(null as int) as grp, in_time from deals
  union all
  select process, day, 'owner', owner, in_time from deals)
select 'own_first_contact_rate' as kpi, g.process, cast(null as int) as subject, p.period, g.dimension, g.grp,
  cast(null as int) as currency, cast(null as varchar(8)) as clock,
  cast(count_if(g.in_time) as double) / nullif(cast(count(*) as double), cast(0 as double)) as value,
  count_if(g.in_time) as numerator, count(*) as denominator, count(*) as n
from grouped g
join day_periods d on d.day = g.day
join periods p on p.period = d.period
where case when g.dimension is null then p.plain else p.grouped end
group by g.process, p.period, g.dimension, g.grp
