-- kpi: failed
-- ru: Сколько завершилось отказом?
-- en: How many failed?
-- formula: # items whose last outcome before as-of is a failure that fell in the period
-- formula-ru: # записей, последний исход которых до момента отчёта — неуспех и пришёлся на период
-- unit: count
-- edge: Excluded failures such as spam are counted here, not in the win rate.
-- edge-ru: Исключённые отказы, например спам, считаются здесь, но не в доле выигранных.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'failed'
