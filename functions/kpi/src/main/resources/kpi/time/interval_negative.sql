-- kpi: interval_negative
-- ru: Где конец раньше начала?
-- en: Where does the end lie before the beginning?
-- formula: # items whose interval ends before it begins; left out of the times
-- formula-ru: # записей, у которых интервал кончается раньше, чем начинается; в длительности они не входят
-- unit: count
-- edge: Listed among the data-quality counts.
-- edge-ru: Показаны среди счётчиков качества данных.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'interval_negative'
