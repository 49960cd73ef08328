-- kpi: days_late_of_late_mean
-- ru: На сколько дней в среднем опаздывает опоздавшее?
-- en: How many days late are the late ones on average?
-- formula: Σ (done − due) ÷ # done late, calendar days
-- formula-ru: Σ (сделано − срок) ÷ число сделанных с опозданием, календарные дни
-- unit: days
-- edge: The late alone.
-- edge-ru: Только опоздавшие.
select 'days_late_of_late_mean' as kpi, process, subject, period, dimension, grp, cast(null as int) as currency, cast(null as varchar(8)) as clock,
  cast(total as double) / nullif(cast(n as double), cast(0 as double)) / cast(86400000 as double) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from time_totals where kpi = 'days_late_of_late' and n > 0
