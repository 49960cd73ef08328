-- kpi: days_late_of_late_median
-- ru: На сколько дней обычно опаздывает опоздавшее?
-- en: How many days late are the late ones usually?
-- formula: median of done − due of what was done late, calendar days
-- formula-ru: медиана (сделано − срок) по сделанным с опозданием, календарные дни
-- unit: days
-- edge: The late alone. Linear interpolation (type 7).
-- edge-ru: Только опоздавшие. Линейная интерполяция (тип 7).
select 'days_late_of_late_median' as kpi, process, subject, period, dimension, grp, cast(null as int) as currency, cast(null as varchar(8)) as clock,
  median / cast(86400000 as double) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from time_totals where kpi = 'days_late_of_late' and n > 0
