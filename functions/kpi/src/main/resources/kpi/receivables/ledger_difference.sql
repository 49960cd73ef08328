-- kpi: ledger_difference
-- ru: Сходится ли неоплаченное с остатками в бухгалтерии?
-- en: Does what is unpaid agree with the ledger?
-- formula: debt (without debt-from: outstanding) at the end of the day − balance in the ledger
-- formula-ru: долг (без debt-from: неоплаченное) на конец дня − остаток в бухгалтерии
-- unit: money
-- edge: Its subject is the day of the ledger. By customer only where the two differ; numerator ours, denominator the ledger. Days after as-of are left out.
-- edge-ru: Предмет — день остатков. По клиентам — только расхождения; числитель — наше, знаменатель — бухгалтерия. Дни после даты отчёта не берутся.
with by_customer as (
  select process, subject, currency, customer, sum(ours) as ours, sum(ledger) as ledger from ledger_sides
  group by process, subject, currency, customer)
select 'ledger_difference' as kpi, process, subject, 0 as period, cast(null as varchar(64)) as dimension, cast(null as int) as grp, currency,
  cast(null as varchar(8)) as clock, cast(sum(ours - ledger) as decimal(18, 2)) as value, cast(sum(ours) as decimal(18, 2)) as numerator,
  cast(sum(ledger) as decimal(18, 2)) as denominator, count_if(ours <> ledger) as n
from by_customer group by process, subject, currency
union all
select 'ledger_difference', process, subject, 0, 'customer', customer, currency, cast(null as varchar(8)), cast(ours - ledger as decimal(18, 2)),
  cast(ours as decimal(18, 2)), cast(ledger as decimal(18, 2)), cast(null as bigint)
from by_customer where ours <> ledger
