-- kpi: entries
-- ru: Сколько раз входили на этап?
-- en: How often was the stage entered?
-- formula: # entries into the stage; naming the stage an item stands in is none, but in process logs
-- formula-ru: # входов на этап; повторное указание этапа, на котором запись уже стоит, — не вход (кроме журналов процессов)
-- unit: count
-- edge: Returning from another pipeline or from deletion is an entry.
-- edge-ru: Возврат из другой воронки или из удалённых — тоже вход.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'entries'
