-- kpi: cei
-- ru: Какая доля того, что можно было собрать, собрана?
-- en: What share of what could be collected was?
-- formula: (begin + invoiced − end) ÷ (begin + invoiced − end not due)
-- formula-ru: (на начало + выставлено − на конец) ÷ (на начало + выставлено − на конец с ненаступившим сроком)
-- unit: ratio
-- edge: Collection effectiveness index. Null where the divisor is 0.
-- edge-ru: Индекс эффективности сбора. Пусто, если делитель равен 0.
select 'cei' as kpi, d.process, cast(null as int) as subject, d.period, cast(null as varchar(64)) as dimension, cast(null as int) as grp, d.currency,
  cast(null as varchar(8)) as clock,
  cast(d.begun + d.invoiced - d.outstanding as double) / nullif(cast(d.begun + d.invoiced - d.outstanding_not_due as double), cast(0 as double)) as value,
  cast(d.begun + d.invoiced - d.outstanding as decimal(18, 2)) as numerator,
  cast(d.begun + d.invoiced - d.outstanding_not_due as decimal(18, 2)) as denominator, cast(null as bigint) as n
from turnover d
