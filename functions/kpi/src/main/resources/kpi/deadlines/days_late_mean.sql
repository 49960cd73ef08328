-- kpi: days_late_mean
-- ru: На сколько дней в среднем опаздывают?
-- en: How many days late is it on average?
-- formula: Σ max(0, done − due) ÷ # done, calendar days
-- formula-ru: Σ max(0, сделано − срок) ÷ число сделанных, календарные дни
-- unit: days
-- edge: Over all that is done, the punctual as 0. By timestamp: parts of days.
-- edge-ru: По всем сделанным, сделанные в срок — как 0. По времени: с долями дня.
select 'days_late_mean' as kpi, process, subject, period, dimension, grp, cast(null as int) as currency, cast(null as varchar(8)) as clock,
  cast(total as double) / nullif(cast(n as double), cast(0 as double)) / cast(86400000 as double) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from time_totals where kpi = 'days_late' and n > 0
