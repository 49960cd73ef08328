-- kpi: succeeded
-- ru: Сколько завершилось успехом?
-- en: How many succeeded?
-- formula: # items whose last outcome before as-of is a success that fell in the period
-- formula-ru: # записей, последний исход которых до момента отчёта — успех и пришёлся на период
-- unit: count
-- edge: A deal moved out of its outcome's stage is open again; in process logs an outcome stands.
-- edge-ru: Сделка, которую увели с этапа её исхода, снова открыта; в журналах процессов исход остаётся.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'succeeded'
