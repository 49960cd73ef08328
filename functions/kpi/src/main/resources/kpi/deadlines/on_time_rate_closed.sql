-- kpi: on_time_rate_closed
-- ru: Какая доля сделанного сделана в срок?
-- en: Of what is done, what share was done by its deadline?
-- formula: # done by the deadline ÷ # done
-- formula-ru: число сделанных в срок ÷ число сделанных
-- unit: ratio
-- interval: wilson
-- edge: By the day that they were due. What is not done yet is left out: it looks better than on_time_rate.
-- edge-ru: По дню срока. Ещё не сделанное не учитывается, поэтому доля выглядит лучше, чем on_time_rate.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'on_time_rate_closed'
