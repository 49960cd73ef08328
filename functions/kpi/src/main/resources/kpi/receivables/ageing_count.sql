-- kpi: ageing_count
-- ru: Сколько неоплаченных счетов в каждой корзине просрочки?
-- en: How many unpaid invoices are in each bucket?
-- formula: # invoices outstanding by days past due
-- formula-ru: число неоплаченных счетов по дням просрочки
-- unit: count
-- edge: As ageing.
-- edge-ru: Корзины и правила — те же, что у сумм (ageing).
select 'ageing_count' as kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'ageing'
