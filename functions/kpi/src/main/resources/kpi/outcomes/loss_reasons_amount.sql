-- kpi: loss_reasons_amount
-- ru: Сколько денег теряем по каждой причине?
-- en: How much money does each reason lose?
-- formula: Σ amount of the failed in the period by reason; group stage: the one they were lost from
-- formula-ru: Σ суммы неуспешных за период по причинам; группа stage — этап, с которого потеряны
-- unit: money
-- edge: Each currency apart. Items without an amount are left out; n counts the others.
-- edge-ru: Каждая валюта отдельно. Записи без суммы не входят; n — число остальных.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(coalesce(total, 0) as decimal(18, 2)) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from totals where kpi = 'loss_reasons_amount'
