-- kpi: debt
-- ru: Сколько из неоплаченного — долг?
-- en: How much of what is unpaid is a debt?
-- formula: outstanding of the invoices that reached debt-from
-- formula-ru: неоплаченное по счетам, достигшим вехи debt-from
-- unit: money
-- edge: Only where the business file names debt-from.
-- edge-ru: Только если в файле компании указано debt-from.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(coalesce(total, 0) as decimal(18, 2)) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from totals where kpi = 'debt'
