-- kpi: goal_progress
-- ru: Какая часть плана выполнена?
-- en: How much of the goal is reached?
-- formula: fact ÷ goal
-- formula-ru: факт ÷ план
-- unit: ratio
-- edge: Null where there is no fact or the goal is 0.
-- edge-ru: Пусто, если факта нет или план равен 0.
select 'goal_progress' as kpi, g.process, g.subject, g.period, g.dimension, g.grp, g.currency, cast(null as varchar(8)) as clock,
  g.fact / nullif(cast(g.plan as double), cast(0 as double)) as value, g.fact as numerator, g.plan as denominator, cast(null as bigint) as n
from goal_figures g join goal_days d on d.period = g.period
