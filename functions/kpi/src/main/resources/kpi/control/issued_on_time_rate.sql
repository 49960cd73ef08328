-- kpi: issued_on_time_rate
-- ru: Вовремя ли выставлен счёт, когда сделка его потребовала?
-- en: Is the invoice issued in time once its deal calls for it?
-- formula: # issued within the target after the deal got to its milestone ÷ (# issued + # past the target and not issued)
-- formula-ru: число выставленных в срок после вехи сделки ÷ (число выставленных + число не выставленных с вышедшим сроком)
-- unit: ratio
-- interval: wilson
-- edge: The first invoice of the deal counts; a lost deal without one drops out. Issued before the milestone is on time.
-- edge-ru: Считается первый счёт сделки; проигранная без счёта выпадает. Выставлен до вехи — вовремя.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'issued_on_time_rate'
