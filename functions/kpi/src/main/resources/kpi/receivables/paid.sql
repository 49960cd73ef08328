-- kpi: paid
-- ru: Сколько денег пришло?
-- en: How much money came in?
-- formula: Σ payments of the period
-- formula-ru: Σ платежей за период
-- unit: money
-- edge: Advances and money that pays no invoice included.
-- edge-ru: Вместе с авансами и деньгами без счёта.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(coalesce(total, 0) as decimal(18, 2)) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from totals where kpi = 'paid'
