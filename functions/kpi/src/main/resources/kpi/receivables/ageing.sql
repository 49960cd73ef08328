-- kpi: ageing
-- ru: Как давно просрочены неоплаченные счета?
-- en: How long are the unpaid invoices past due?
-- formula: outstanding by days past due: the local date of the end − the due date
-- formula-ru: неоплаченное по дням просрочки: местная дата конца периода − дата срока
-- unit: money
-- edge: Due on that day is not due yet; without a due date: not due. The buckets sum up to outstanding.
-- edge-ru: В день срока ещё не просрочено; без срока — не просрочено. Сумма корзин равна неоплаченному.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(coalesce(total, 0) as decimal(18, 2)) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from totals where kpi = 'ageing'
