-- kpi: interval_on_target
-- ru: Какая доля уложилась в норматив?
-- en: What share kept to the target?
-- formula: closed within the target ÷ (closed in the period + open past the target at its end + dropped past the target in it)
-- formula-ru: завершённые в пределах норматива ÷ (завершённые за период + открытые сверх норматива на его конец + выбывшие сверх норматива)
-- unit: ratio
-- interval: wilson
-- edge: Open and not past the target, or dropped before it passed: left out. Exactly the target is on target. On the target's clock.
-- edge-ru: Открытые, чей норматив не истёк, и выбывшие до него не учитываются. Ровно норматив — в срок. По часам норматива.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'interval_on_target'
