-- kpi: reached
-- ru: Сколько из пришедших дошло до вехи?
-- en: How many of those created reached the milestone?
-- formula: of the items created in the period, # with the milestone before as-of
-- formula-ru: среди созданных за период: # тех, у кого веха была до момента отчёта
-- unit: count
-- edge: The milestone itself; the group is the owner at as-of.
-- edge-ru: Сама веха, без пропусков; группа — ответственный на момент отчёта.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'reached'
