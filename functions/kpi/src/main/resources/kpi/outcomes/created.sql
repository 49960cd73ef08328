-- kpi: created
-- ru: Сколько пришло нового?
-- en: How many new items came?
-- formula: # items whose creation, as the source tells it, fell in the period
-- unit: count
-- edge: Items begun before history, whose creation nobody told, are in no cohort.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'created'
