-- kpi: on_time_rate
-- ru: Какая доля сделана в срок?
-- en: What share was done by its deadline?
-- formula: # due in the period and done by the deadline ÷ # due in the period
-- formula-ru: число со сроком в периоде, сделанных в срок ÷ число со сроком в периоде
-- unit: ratio
-- interval: wilson
-- edge: Null where nothing was due. By date compares local dates, by timestamp instants.
-- edge-ru: Пусто, если сроков не было. По дате сравниваются местные даты, по времени — моменты.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'on_time_rate'
