-- kpi: deadline_moved_rate
-- ru: Как часто срок переносят?
-- en: How often is a deadline moved?
-- formula: # items whose deadline was moved ÷ # items with a deadline
-- formula-ru: число элементов с перенесённым сроком ÷ число элементов со сроком
-- unit: ratio
-- interval: wilson
-- edge: By the day of the deadline that counts.
-- edge-ru: По дню действующего срока.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'deadline_moved_rate'
