-- kpi: removed
-- ru: Сколько выбыло, не завершившись?
-- en: How many went away while open?
-- formula: # items in another pipeline, deleted or merged away while open, until they return
-- formula-ru: # записей, которые незавершёнными ушли в другую воронку, удалены или слиты, — пока не вернутся
-- unit: count
-- edge: Restoring an item brings it back.
-- edge-ru: Восстановление возвращает запись в работу.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'removed'
