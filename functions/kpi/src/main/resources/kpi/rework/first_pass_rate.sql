-- kpi: first_pass_rate
-- ru: Какая доля решена с первого раза?
-- en: What share is decided at the first pass?
-- formula: # decided without rework ÷ # decided (success or failure)
-- formula-ru: # решённых без возвратов ÷ # решённых (успех или отказ)
-- unit: ratio
-- interval: wilson
-- edge: By the item's creation, owner at as-of. The undecided are left out; decided without ever reaching the base is without rework.
-- edge-ru: По дате создания записи, ответственный на момент отчёта. Нерешённые не входят; решённые, не дойдя до базовой вехи, — без возвратов.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'first_pass_rate'
