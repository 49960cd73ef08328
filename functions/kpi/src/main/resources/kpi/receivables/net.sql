-- kpi: net
-- ru: Сколько не оплачено за вычетом незачтённых денег?
-- en: How much is unpaid after the money that pays no invoice?
-- formula: outstanding − unallocated
-- formula-ru: неоплаченное − деньги, за которыми нет счёта (outstanding − unallocated)
-- unit: money
-- edge: Negative where more came than was claimed.
-- edge-ru: Отрицательно, если пришло больше, чем выставлено.
select 'net' as kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(sum(case when kpi = 'outstanding' then coalesce(total, 0) else -coalesce(total, 0) end) as decimal(18, 2)) as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi in ('outstanding', 'unallocated')
group by process, subject, period, dimension, grp, currency
