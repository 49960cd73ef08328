-- kpi: goal_pace
-- ru: Идём ли мы к плану с нужной скоростью?
-- en: Are we on pace for the goal?
-- formula: fact ÷ (goal × working days gone ÷ working days of the month)
-- formula-ru: факт ÷ (план × прошедшие рабочие дни ÷ рабочие дни месяца)
-- unit: ratio
-- edge: 1 is on pace. Only of counts and money: a share does not grow with the month. Null before the first working day.
-- edge-ru: 1 — идём по плану. Только для количеств и денег: доля не растёт с месяцем. Пусто до первого рабочего дня.
select 'goal_pace' as kpi, g.process, g.subject, g.period, g.dimension, g.grp, g.currency, cast(null as varchar(8)) as clock,
  case when g.unit in ('count', 'money') then g.fact * cast(d.days_all as double) / nullif(cast(g.plan as double) * cast(d.days_gone as double), cast(0 as double)) end as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from goal_figures g join goal_days d on d.period = g.period
