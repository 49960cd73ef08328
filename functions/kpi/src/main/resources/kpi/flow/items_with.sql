-- kpi: items_with
-- ru: Сколько побывало на этапе?
-- en: How many items were in the stage at least once?
-- formula: # items with at least one entry into the stage in the period
-- formula-ru: # записей, которые за период хотя бы раз вошли на этап
-- unit: count
-- edge: A return does not count again.
-- edge-ru: Возвращение второй раз не считается.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'items_with'
