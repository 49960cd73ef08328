-- kpi: rework_rate
-- ru: Какую долю возвращают на доработку?
-- en: What share is sent back?
-- formula: # sent back at least once ÷ # that reached the base
-- formula-ru: # возвращённых хотя бы раз ÷ # дошедших до базовой вехи
-- unit: ratio
-- interval: wilson
-- edge: By the item's creation, owner at as-of. Entries before the base was first reached do not count. Begun before history: all time only.
-- edge-ru: По дате создания записи, ответственный на момент отчёта. Возвраты до базовой вехи не считаются. Начатые до истории — только за всё время.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'rework_rate'
