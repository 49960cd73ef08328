-- kpi: best_possible_dso
-- ru: Каким был бы dso, если бы все платили в срок?
-- en: What would dso be if everybody paid on time?
-- formula: the part not yet due ÷ invoiced in the trailing 90 days × 90
-- formula-ru: часть с ненаступившим сроком ÷ выставлено за последние 90 дней × 90
-- unit: days
-- edge: As dso.
-- edge-ru: Как dso.
select 'best_possible_dso' as kpi, d.process, cast(null as int) as subject, d.period, cast(null as varchar(64)) as dimension, cast(null as int) as grp, d.currency,
  cast(null as varchar(8)) as clock,
  case when d.dated then cast(d.not_due as double) * cast(90 as double) / nullif(cast(d.invoiced_90 as double), cast(0 as double)) end as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from turnover d
