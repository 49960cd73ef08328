-- kpi: invoiced
-- ru: На сколько выставлено счетов?
-- en: How much was invoiced?
-- formula: Σ amount of the invoices issued in the period
-- formula-ru: Σ сумм счетов, выставленных за период
-- unit: money
-- edge: Also of invoices cancelled afterwards: a past month does not change. The amount is the one told last.
-- edge-ru: Вместе с отменёнными позже: прошлый месяц не меняется. Сумма — последняя известная.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(coalesce(total, 0) as decimal(18, 2)) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from totals where kpi = 'invoiced'
