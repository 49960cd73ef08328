-- kpi: goal
-- ru: Каков план?
-- en: What is the goal?
-- formula: the goal of the month
-- formula-ru: план на месяц
-- unit: *
-- edge: Its subject is the KPI.
-- edge-ru: Предмет — показатель, на который план.
select 'goal' as kpi, g.process, g.subject, g.period, g.dimension, g.grp, g.currency, cast(null as varchar(8)) as clock,
  g.plan as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n, g.unit as unit
from goal_figures g join goal_days d on d.period = g.period
