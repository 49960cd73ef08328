-- kpi: passed
-- ru: Сколько из пришедших прошло веху?
-- en: How many of those created passed the milestone?
-- formula: reached it or, with funnel-skips: count, a later one of the funnel
-- formula-ru: дошли до вехи или, при funnel-skips: count, до более поздней вехи воронки
-- unit: count
-- edge: Under strict the milestone itself.
-- edge-ru: При strict — только до самой вехи.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'passed'
