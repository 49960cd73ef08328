-- kpi: interval_dropped
-- ru: Сколько выбыло, не дойдя до конца интервала?
-- en: How many left by another end?
-- formula: # items out of the running (succeeded, failed, deleted, merged, gone) without the end of the interval
-- formula-ru: # записей, которые выбыли (успех, отказ, удаление, слияние, уход), не дойдя до конца интервала
-- unit: count
-- edge: An end reached before as-of closes it, whatever outcome came between.
-- edge-ru: Если конец интервала наступил до момента отчёта, интервал закрыт, какой бы исход ни случился между.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'interval_dropped'
