-- kpi: handover_rate
-- ru: Какая доля сменила ответственного?
-- en: What share changed hands?
-- formula: # items with a change of owner ÷ # items
-- formula-ru: # записей со сменой ответственного ÷ # записей
-- unit: ratio
-- interval: wilson
-- edge: The first assignment is none; nor is losing the owner and getting the same one back. By the item's creation, owner at as-of.
-- edge-ru: Первое назначение — не смена; снят и возвращён тот же ответственный — тоже. По дате создания записи, ответственный на момент отчёта.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'handover_rate'
