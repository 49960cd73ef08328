-- kpi: conversion
-- ru: Какая доля пришедших проходит веху?
-- en: What share of those created passes the milestone?
-- formula: # passed the milestone and the funnel's first ÷ # passed the first, of the items created in the period
-- formula-ru: # прошедших веху и первую веху воронки ÷ # прошедших первую — среди созданных за период
-- unit: ratio
-- interval: wilson
-- edge: Null for an empty cohort; young cohorts are still ripening.
-- edge-ru: Для пустой когорты значения нет; молодые когорты ещё зреют.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'conversion'
