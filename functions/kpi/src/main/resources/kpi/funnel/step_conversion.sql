-- kpi: step_conversion
-- ru: Какая доля проходит следующий шаг?
-- en: What share passes the next step?
-- formula: # passed the milestone and its predecessor ÷ # passed the predecessor
-- formula-ru: # прошедших веху и предыдущую ÷ # прошедших предыдущую
-- unit: ratio
-- interval: wilson
-- edge: Not a factor of the conversion under strict.
-- edge-ru: При strict произведение шагов не даёт всей конверсии.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'step_conversion'
