-- kpi: days_to_pay_mean
-- ru: Через сколько дней в среднем платят?
-- en: After how many days is an invoice paid on average?
-- formula: mean of paid − issued, calendar days, by the day paid
-- formula-ru: среднее (оплачен − выставлен), календарные дни, по дню оплаты
-- unit: days
-- edge: Paid in full alone.
-- edge-ru: Только полностью оплаченные.
select 'days_to_pay_mean' as kpi, process, subject, period, dimension, grp, cast(null as int) as currency, cast(null as varchar(8)) as clock,
  cast(total as double) / nullif(cast(n as double), cast(0 as double)) / cast(86400000 as double) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from time_totals where kpi = 'days_to_pay' and n > 0
