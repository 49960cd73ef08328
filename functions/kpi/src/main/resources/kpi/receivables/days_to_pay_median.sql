-- kpi: days_to_pay_median
-- ru: Через сколько дней обычно платят?
-- en: After how many days is an invoice usually paid?
-- formula: median of paid − issued, calendar days, by the day paid
-- formula-ru: медиана (оплачен − выставлен), календарные дни, по дню оплаты
-- unit: days
-- edge: Paid in full alone. Linear interpolation (type 7).
-- edge-ru: Только полностью оплаченные. Линейная интерполяция (тип 7).
select 'days_to_pay_median' as kpi, process, subject, period, dimension, grp, cast(null as int) as currency, cast(null as varchar(8)) as clock,
  median / cast(86400000 as double) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from time_totals where kpi = 'days_to_pay' and n > 0
