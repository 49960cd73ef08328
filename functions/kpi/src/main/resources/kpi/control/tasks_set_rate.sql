-- kpi: tasks_set_rate
-- ru: Ставится ли задача вовремя?
-- en: Is a task set in time?
-- formula: # entries after which a task was set within the target ÷ # entries
-- formula-ru: число попаданий в веху, после которых задача поставлена в срок ÷ число попаданий
-- unit: ratio
-- interval: wilson
-- edge: Entries whose time has not run out and that have no task yet are left out.
-- edge-ru: Попадания, чьё время ещё не вышло и задачи нет, не учитываются.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'tasks_set_rate'
