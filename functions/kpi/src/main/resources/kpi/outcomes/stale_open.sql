-- kpi: stale_open
-- ru: Сколько открытых зависло?
-- en: How many of the open are stale?
-- formula: # open and older than the p90 of created ▶ outcome, at the end of the period or at as-of
-- formula-ru: # открытых, которые старше p90 времени от создания до исхода, — в конце периода или на момент отчёта
-- unit: count
-- edge: The p90 of all that ended by as-of, elapsed time. Null where nothing ended. Begun before history: the age since first seen.
-- edge-ru: p90 по всем завершённым к моменту отчёта, календарное время. Пусто, если ничего не завершилось. Начатые до истории: возраст с первого события.
select t.kpi, t.process, t.subject, t.period, t.dimension, t.grp, t.currency, cast(null as varchar(8)) as clock,
  case when a.process is not null then t.n end as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator,
  cast(null as bigint) as n
from totals t left join stale_ages a on a.process = t.process
where t.kpi = 'stale_open'
