-- kpi: loss_reasons
-- ru: Почему теряем?
-- en: Why do we lose?
-- formula: # failed in the period by reason; group stage: the one they were lost from
-- formula-ru: # неуспешных за период по причинам; группа stage — этап, с которого потеряны
-- unit: count
-- edge: The reason told last before as-of. Not given is a reason, *none. Excluded reasons are shown too.
-- edge-ru: Берётся причина, указанная последней. «Не указана» — тоже причина, *none. Исключённые причины тоже показаны.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'loss_reasons'
