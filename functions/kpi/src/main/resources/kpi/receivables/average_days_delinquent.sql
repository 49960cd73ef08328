-- kpi: average_days_delinquent
-- ru: Сколько дней добавляет просрочка?
-- en: How many days does lateness add?
-- formula: dso − best possible dso
-- formula-ru: дни продаж в неоплаченном − те же дни, если бы все платили в срок (dso − best_possible_dso)
-- unit: days
-- edge: As dso.
-- edge-ru: Как dso.
select 'average_days_delinquent' as kpi, d.process, cast(null as int) as subject, d.period, cast(null as varchar(64)) as dimension, cast(null as int) as grp, d.currency,
  cast(null as varchar(8)) as clock,
  case when d.dated then cast((d.owed - d.not_due) as double) * cast(90 as double) / nullif(cast(d.invoiced_90 as double), cast(0 as double)) end as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from turnover d
