-- kpi: interval_on_target_closed
-- ru: Какая доля завершённого уложилась в норматив?
-- en: Of what ended, what share kept to the target?
-- formula: closed within the target ÷ closed
-- formula-ru: завершённые в пределах норматива ÷ завершённые
-- unit: ratio
-- interval: wilson
-- edge: What is open or dropped is left out: it looks better than interval_on_target.
-- edge-ru: Открытые и выбывшие не учитываются, поэтому доля выглядит лучше, чем interval_on_target.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'interval_on_target_closed'
