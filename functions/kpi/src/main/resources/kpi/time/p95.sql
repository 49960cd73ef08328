-- kpi: case_time_p95, stage_time_p95, interval_p95
-- ru: Быстрее чего проходят девятнадцать из двадцати?
-- en: Faster than what are nineteen in twenty?
-- formula: 95 % quantile, type 7
-- formula-ru: 95-й процентиль, тип 7
-- unit: hours
-- edge: Without groups.
-- edge-ru: Без групп.
select kpi || '_p95' as kpi, process, subject, period, dimension, grp, cast(null as int) as currency, clock,
  p95 / cast(3600000 as double) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from time_totals
where dimension is null and clock <> 'calendar'
