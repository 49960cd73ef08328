-- kpi: win_rate_amount
-- ru: Какая доля закрытых денег выиграна?
-- en: What share of the money that closed was won?
-- formula: amount of the succeeded ÷ amount of the succeeded and failed, each currency apart, by the period of the outcome
-- formula-ru: сумма успешных ÷ сумма успешных и неуспешных, каждая валюта отдельно, по периоду исхода
-- unit: ratio
-- edge: Items without an amount are counted, not priced. Null where no money closed.
-- edge-ru: Записи без суммы считаются, но денег не прибавляют. Если денег ни в одном исходе нет, нет и значения.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(coalesce(hits_total, 0) as double) / nullif(cast(total as double), cast(0 as double)) as value,
  coalesce(hits_total, 0) as numerator, total as denominator, n
from totals where kpi = 'win_rate_amount'
