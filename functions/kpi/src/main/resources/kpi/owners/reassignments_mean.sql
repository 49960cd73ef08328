-- kpi: reassignments_mean
-- ru: Сколько раз в среднем меняют ответственного?
-- en: How often is the owner changed on average?
-- formula: changes of owner ÷ # items
-- formula-ru: смены ответственного ÷ # записей
-- unit: count
-- edge: From one person to another; in between there may be nobody. What changed while the item was elsewhere does not count.
-- edge-ru: От одного человека к другому; между ними может не быть никого. Смены, пока запись была вне процесса, не считаются.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(total as double) / nullif(cast(n as double), cast(0 as double)) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, n
from totals where kpi = 'reassignments_mean'
