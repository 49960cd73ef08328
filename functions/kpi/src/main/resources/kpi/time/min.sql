-- kpi: case_time_min, stage_time_min, interval_min
-- ru: Сколько заняло самое быстрое?
-- en: How long did the fastest take?
-- formula: least duration
-- formula-ru: наименьшая длительность
-- unit: hours
-- edge: Without groups.
-- edge-ru: Без групп.
select kpi || '_min' as kpi, process, subject, period, dimension, grp, cast(null as int) as currency, clock,
  cast(least as double) / cast(3600000 as double) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from time_totals
where dimension is null and clock <> 'calendar'
