-- kpi: overdue_open
-- ru: Сколько просрочено и всё ещё не сделано?
-- en: How many are past their deadline and still not done?
-- formula: # open items past their deadline at the end of the period or at as-of
-- formula-ru: число открытых элементов с прошедшим сроком на конец периода или на дату отчёта
-- unit: count
-- edge: By date: from the day after the due date.
-- edge-ru: По дате: со дня, следующего за днём срока.
select kpi as kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'overdue_open'
