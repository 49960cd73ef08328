-- kpi: case_time_open, stage_time_open, interval_open
-- ru: Сколько ещё не завершено?
-- en: How many have not ended?
-- formula: # open items, visits or intervals at as-of
-- formula-ru: # записей, пребываний на этапе или интервалов, открытых на момент отчёта
-- unit: count
-- edge: Of all time only. The same on each clock.
-- edge-ru: Только за всё время. На календарных и рабочих часах одно и то же.
select kpi, process, subject, 0 as period, cast(null as varchar(64)) as dimension, cast(null as int) as grp, cast(null as int) as currency,
  clock, count(*) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from (
  select kpi, process, subject, 'elapsed' as clock from facts_timed where kpi in ('case_time_open', 'stage_time_open', 'interval_open')
  union all
  select f.kpi, f.process, f.subject, 'working' from facts_timed f cross join run r
  where f.kpi in ('case_time_open', 'stage_time_open', 'interval_open') and r.working) waiting
group by kpi, process, subject, clock
