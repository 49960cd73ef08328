-- kpi: dso
-- ru: Сколько дней продаж ещё не оплачено?
-- en: How many days of sales are unpaid?
-- formula: debt (without debt-from: outstanding) at the end ÷ invoiced in the trailing 90 days × 90
-- formula-ru: долг (без debt-from: неоплаченное) на конец ÷ выставлено за последние 90 дней × 90
-- unit: days
-- edge: At the ends of months, quarters and the last 90 days. Null for weeks, all time and without sales.
-- edge-ru: На конец месяца, квартала и последних 90 дней. Пусто для недель, всего времени и если не продавали.
select 'dso' as kpi, d.process, cast(null as int) as subject, d.period, cast(null as varchar(64)) as dimension, cast(null as int) as grp, d.currency,
  cast(null as varchar(8)) as clock,
  case when d.dated then cast(d.owed as double) * cast(90 as double) / nullif(cast(d.invoiced_90 as double), cast(0 as double)) end as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from turnover d
