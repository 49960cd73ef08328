-- kpi: rounds_mean
-- ru: Сколько кругов проходят в среднем?
-- en: How many rounds does it take on average?
-- formula: Σ (1 + rework entries) ÷ # that reached the base
-- formula-ru: Σ (1 + возвраты) ÷ # дошедших до базовой вехи
-- unit: count
-- edge: Without rework it is one round. By the item's creation, owner at as-of.
-- edge-ru: Без возвратов — один круг. По дате создания записи, ответственный на момент отчёта.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(total as double) / nullif(cast(n as double), cast(0 as double)) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from totals where kpi = 'rounds_mean'
