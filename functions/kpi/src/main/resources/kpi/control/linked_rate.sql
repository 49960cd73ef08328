-- kpi: linked_rate
-- ru: Какая доля привязана к сделке?
-- en: What share hangs on a deal?
-- formula: # items with a parent ÷ # items
-- formula-ru: число привязанных ÷ число всех
-- unit: ratio
-- interval: wilson
-- edge: By the creation. Only of processes that name a parent or where any item has one.
-- edge-ru: По созданию. Только для процессов с родителем в файле компании или хотя бы с одной привязкой.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'linked_rate'
