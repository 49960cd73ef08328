-- kpi: case_time_n, stage_time_n, interval_n
-- ru: Сколько длительностей?
-- en: How many durations ended?
-- formula: # durations that ended in the period
-- formula-ru: # длительностей, которые закончились в периоде
-- unit: count
-- edge: Case times: of the items created in the period.
-- edge-ru: Для времени всей записи — созданные в периоде.
select kpi || '_n' as kpi, process, subject, period, dimension, grp, cast(null as int) as currency, clock,
  n as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from time_totals
where n > 0 and clock <> 'calendar'
