-- kpi: late
-- ru: Сколько не сделано к сроку?
-- en: How many were not done by their deadline?
-- formula: # due in the period − # of them done by the deadline
-- formula-ru: число со сроком в периоде − число сделанных из них в срок
-- unit: count
-- edge: Done late or not done yet.
-- edge-ru: Сделанные с опозданием и ещё не сделанные.
select kpi as kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'late'
