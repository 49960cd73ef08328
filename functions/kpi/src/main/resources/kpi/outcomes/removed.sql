-- kpi: removed
-- ru: Сколько выбыло, не завершившись?
-- en: How many went away while open?
-- formula: # items in another pipeline, deleted or merged away while open, until they return
-- unit: count
-- edge: Restoring an item brings it back.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'removed'
