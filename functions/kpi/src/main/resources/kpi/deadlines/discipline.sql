-- kpi: discipline
-- ru: Насколько соблюдаются сроки?
-- en: How well are deadlines kept?
-- formula: done on time in the period ÷ (done in the period + overdue and open at its end)
-- formula-ru: сделано в срок за период ÷ (сделано за период + просрочено и открыто на его конец)
-- unit: ratio
-- interval: wilson
-- edge: Open and not yet due: left out. Null where nobody is in it.
-- edge-ru: Открытые, чей срок не наступил, не учитываются. Пусто, если считать некого.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'discipline'
