-- kpi: standing
-- ru: Сколько стоит на этапе?
-- en: How many stand in the stage?
-- formula: # items in the stage at the end of the period or at as-of
-- formula-ru: # записей на этапе в конце периода или на момент отчёта
-- unit: count
-- edge: Terminal stages included; never a conversion.
-- edge-ru: Конечные этапы входят; конверсией это не называется.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'standing'
