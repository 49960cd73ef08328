-- kpi: case_time_median, stage_time_median, interval_median
-- ru: Сколько времени занимает обычно?
-- en: How long does it usually take?
-- formula: median, linear interpolation (type 7)
-- formula-ru: медиана с линейной интерполяцией (тип 7)
-- unit: hours
-- edge: Left-truncated items are left out.
-- edge-ru: Записи, начало которых неизвестно, не входят.
select kpi || '_median' as kpi, process, subject, period, dimension, grp, cast(null as int) as currency, clock,
  median / cast(3600000 as double) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from time_totals
where n > 0 and clock <> 'calendar'
