-- kpi: interval_overdue_open
-- ru: Сколько открыто сверх норматива?
-- en: How many are open and past the target?
-- formula: # items between the two milestones for longer than the target at the end of the period or at as-of
-- formula-ru: число элементов, которые находятся между двумя вехами дольше норматива на конец периода или на дату отчёта
-- unit: count
-- edge: On the target's clock. An item that left the running is no longer open.
-- edge-ru: По часам норматива. Выбывшая запись больше не открыта.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'interval_overdue_open'
