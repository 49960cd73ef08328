-- kpi: discipline
-- ru: Насколько соблюдаются сроки?
-- en: How well are deadlines kept?
-- formula: done on time in the period ÷ (done in the period + overdue and open at its end)
-- formula-ru: сделано в срок за период ÷ (сделано за период + просрочено и открыто на его конец)
-- unit: ratio
-- interval: wilson
-- edge: Open and not yet due: left out. Null where nobody is in it.
-- edge-ru: Открытые, чей срок не наступил, не учитываются. Пусто, если считать некого.
with parts as (
  select process, period, dimension, grp, hits, n from totals where kpi = 'discipline'
  union all
  select process, period, dimension, grp, 0, n from totals where kpi = 'overdue_open' and period > 0)
select 'discipline' as kpi, process, cast(null as int) as subject, period, dimension, grp, cast(null as int) as currency,
  cast(null as varchar(8)) as clock, cast(sum(hits) as double) / nullif(cast(sum(n) as double), cast(0 as double)) as value,
  cast(sum(hits) as bigint) as numerator, cast(sum(n) as bigint) as denominator, cast(sum(n) as bigint) as n
from parts group by process, period, dimension, grp
