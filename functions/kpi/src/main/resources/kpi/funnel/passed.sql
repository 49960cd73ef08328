-- kpi: passed
-- ru: Сколько из пришедших прошло веху?
-- en: How many of those created passed the milestone?
-- formula: reached it or, with funnel-skips: count, a later one of the funnel
-- unit: count
-- edge: Under strict the milestone itself.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'passed'
