-- kpi: win_rate
-- ru: Какая доля закрытого выиграна?
-- en: What share of what closed was won?
-- formula: succeeded ÷ (succeeded + failed), by the period of the outcome
-- formula-ru: успешные ÷ (успешные + неуспешные), по периоду исхода
-- unit: ratio
-- interval: wilson
-- edge: Null where nothing closed; excluded failures are left out.
-- edge-ru: Если ничего не завершилось, значения нет; исключённые отказы не входят.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'win_rate'
