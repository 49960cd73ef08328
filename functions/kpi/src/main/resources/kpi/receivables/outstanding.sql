-- kpi: outstanding
-- ru: Сколько не оплачено?
-- en: How much is not paid?
-- formula: Σ max(0, amount − payments) of the invoices issued and not cancelled
-- formula-ru: Σ max(0, сумма − платежи) по выставленным и не отменённым счетам
-- unit: money
-- edge: At the end of the period or at as-of. Paid within the tolerance is paid.
-- edge-ru: На конец периода или на дату отчёта. Недоплата в пределах допуска — оплачено.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(coalesce(total, 0) as decimal(18, 2)) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from totals where kpi = 'outstanding'
