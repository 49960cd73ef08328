-- kpi: unallocated
-- ru: Сколько пришло денег, за которыми нет счёта?
-- en: How much money came that pays no invoice?
-- formula: advances + overpayments + payments of no invoice
-- formula-ru: авансы + переплаты + платежи без счёта
-- unit: money
-- edge: At the end of the period or at as-of.
-- edge-ru: На конец периода или на дату отчёта.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(coalesce(total, 0) as decimal(18, 2)) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from totals where kpi = 'unallocated'
