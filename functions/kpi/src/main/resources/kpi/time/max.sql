-- kpi: case_time_max, stage_time_max, interval_max
-- ru: Сколько заняло самое долгое?
-- en: How long did the slowest take?
-- formula: greatest duration
-- formula-ru: наибольшая длительность
-- unit: hours
-- edge: Without groups.
-- edge-ru: Без групп.
select kpi || '_max' as kpi, process, subject, period, dimension, grp, cast(null as int) as currency, clock,
  cast(most as double) / cast(3600000 as double) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from time_totals
where dimension is null and clock <> 'calendar'
