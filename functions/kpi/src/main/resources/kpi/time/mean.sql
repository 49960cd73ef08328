-- kpi: case_time_mean, stage_time_mean, interval_mean
-- ru: Сколько времени занимает в среднем?
-- en: How long does it take on average?
-- formula: Σ durations ÷ #
-- formula-ru: Σ длительностей ÷ #
-- unit: hours
-- edge: Without groups.
-- edge-ru: Без групп.
select kpi || '_mean' as kpi, process, subject, period, dimension, grp, cast(null as int) as currency, clock,
  cast(total as double) / nullif(cast(n as double), cast(0 as double)) / cast(3600000 as double) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from time_totals
where dimension is null and clock <> 'calendar'
