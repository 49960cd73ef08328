-- kpi: open
-- ru: Сколько сейчас в работе?
-- en: How many are open?
-- formula: # items begun, not succeeded, not failed and not removed at the end of the period or at as-of
-- formula-ru: # записей, которые начаты, но не завершены ни успехом, ни отказом и не выбыли, — в конце периода или на момент отчёта
-- unit: count
-- edge: The group is the owner at as-of.
-- edge-ru: Группа — ответственный на момент отчёта.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'open'
