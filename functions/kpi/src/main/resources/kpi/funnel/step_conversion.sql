-- kpi: step_conversion
-- ru: Какая доля проходит следующий шаг?
-- en: What share passes the next step?
-- formula: # passed the milestone and its predecessor ÷ # passed the predecessor
-- unit: ratio
-- interval: wilson
-- edge: Not a factor of the conversion under strict.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'step_conversion'
