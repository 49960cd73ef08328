-- kpi: issued_on_time_rate
-- ru: Вовремя ли выставлен счёт, когда сделка его потребовала?
-- en: Is the invoice issued in time once its deal calls for it?
-- formula: # issued within the target after the deal got to its milestone ÷ (# issued + # past the target and not issued)
-- formula-ru: число выставленных в срок после вехи сделки ÷ (число выставленных + число не выставленных с вышедшим сроком)
-- unit: ratio
-- interval: wilson
-- edge: The first invoice of the deal counts; a lost deal without one drops out. Issued before the milestone is on time.
-- edge-ru: Считается первый счёт сделки; проигранная без счёта выпадает. Выставлен до вехи — вовремя.
with parts as (
  select process, period, dimension, grp, hits, n from totals where kpi = 'issued_on_time_rate'
  union all
  select process, period, dimension, grp, 0, n from totals where kpi = 'not_issued' and period > 0)
select 'issued_on_time_rate' as kpi, process, cast(null as int) as subject, period, dimension, grp, cast(null as int) as currency,
  cast(null as varchar(8)) as clock, cast(sum(hits) as double) / nullif(cast(sum(n) as double), cast(0 as double)) as value,
  cast(sum(hits) as bigint) as numerator, cast(sum(n) as bigint) as denominator, cast(sum(n) as bigint) as n
from parts group by process, period, dimension, grp
