-- kpi: case_time_km_median, stage_time_km_median, interval_km_median
-- ru: Сколько времени займёт, если учесть незавершённое?
-- en: How long does it take when the open ones are counted in?
-- formula: smallest t with S(t) ≤ 0.5, S the product-limit estimate over closed, open and dropped, in whole minutes
-- formula-ru: наименьшее t, при котором S(t) ≤ 0,5; S — оценка Каплана — Мейера по закрытым, открытым и выбывшим, в целых минутах
-- unit: hours
-- edge: Null where S stays above 0.5. Read as «if it were not lost».
-- edge-ru: Если S не опускается до 0,5, значения нет. Читать как «если бы никто не выбыл».
select kpi || '_km_median' as kpi, process, subject, 0 as period, cast(null as varchar(64)) as dimension, cast(null as int) as grp, cast(null as int) as currency,
  clock, cast(median_minute as double) / cast(60 as double) as value, cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from curves
