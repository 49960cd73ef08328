-- kpi: interval_on_target
-- ru: Какая доля уложилась в норматив?
-- en: What share kept to the target?
-- formula: closed within the target ÷ (closed in the period + open past the target at its end + dropped past the target in it)
-- formula-ru: завершённые в пределах норматива ÷ (завершённые за период + открытые сверх норматива на его конец + выбывшие сверх норматива)
-- unit: ratio
-- interval: wilson
-- edge: Open and not past the target, or dropped before it passed: left out. Exactly the target is on target. On the target's clock.
-- edge-ru: Открытые, чей норматив не истёк, и выбывшие до него не учитываются. Ровно норматив — в срок. По часам норматива.
with parts as (
  select process, subject, period, dimension, grp, hits, n from totals where kpi = 'interval_on_target'
  union all
  select process, subject, period, dimension, grp, 0, n from totals where kpi = 'interval_overdue_open' and period > 0)
select 'interval_on_target' as kpi, process, subject, period, dimension, grp, cast(null as int) as currency,
  cast(null as varchar(8)) as clock, cast(sum(hits) as double) / nullif(cast(sum(n) as double), cast(0 as double)) as value,
  cast(sum(hits) as bigint) as numerator, cast(sum(n) as bigint) as denominator, cast(sum(n) as bigint) as n
from parts group by process, subject, period, dimension, grp
