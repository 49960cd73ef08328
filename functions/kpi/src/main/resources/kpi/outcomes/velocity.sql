-- kpi: velocity
-- ru: Сколько денег в день приносит поток?
-- en: How much money a day does the pipeline bring?
-- formula: N·A·W÷L: open at the end of the period · mean amount of the succeeded · win rate ÷ mean days created ▶ success, the last three over the 90 days up to then
-- formula-ru: N·A·W÷L: открытые на конец периода · средняя сумма успешных · доля выигранных ÷ среднее число дней от создания до успеха, последние три — за 90 дней до этого конца
-- unit: money/day
-- edge: Each currency apart. Null for all time, where nothing closed or was won, and where L = 0. A of those with an amount; n: closed in the 90 days.
-- edge-ru: Каждая валюта отдельно. Пусто за всё время, если ничего не завершено или не выиграно и если L = 0. A — по записям с суммой; n — завершённые за 90 дней.
select 'velocity' as kpi, v.process, cast(null as int) as subject, v.period, cast(null as varchar(64)) as dimension, cast(null as int) as grp, v.currency,
  cast(null as varchar(8)) as clock,
  case when v.period > 0 then cast(cast(v.open as double) * cast(v.money as double) / nullif(cast(v.priced as double), cast(0 as double))
    * cast(v.won as double) / nullif(cast(v.closed as double), cast(0 as double))
    * cast(v.timed as double) * cast(86400000 as double) / nullif(cast(v.millis as double), cast(0 as double)) as decimal(38, 2)) end as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, v.closed as n
from velocity v
