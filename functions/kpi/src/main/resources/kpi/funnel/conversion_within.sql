-- kpi: conversion_within
-- ru: Какая доля проходит веху за N дней?
-- en: What share passes the milestone within N days?
-- formula: of the items created at least N days before as-of, # passed within N days ÷ #
-- formula-ru: среди созданных не позже чем за N дней до момента отчёта: # прошедших веху за N дней ÷ #
-- unit: ratio
-- interval: wilson
-- edge: The only conversion that is compared between periods; N from the business file, else the p90 of first ▶ last milestone in whole days.
-- edge-ru: Единственная конверсия, которую сравнивают между периодами; N — из файла компании, иначе 90-й процентиль времени от первой вехи до последней в целых днях.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'conversion_within'
