-- kpi: case_time_p90, stage_time_p90, interval_p90
-- ru: Быстрее чего проходят девять из десяти?
-- en: Faster than what are nine in ten?
-- formula: 90 % quantile, type 7
-- formula-ru: 90-й процентиль, тип 7
-- unit: hours
-- edge: Left-truncated items are left out.
-- edge-ru: Записи, начало которых неизвестно, не входят.
select kpi || '_p90' as kpi, process, subject, period, dimension, grp, cast(null as int) as currency, clock,
  p90 / cast(3600000 as double) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from time_totals
where n > 0 and clock <> 'calendar'
