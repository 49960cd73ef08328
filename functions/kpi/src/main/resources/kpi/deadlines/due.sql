-- kpi: due
-- ru: Сколько надо было сделать к сроку?
-- en: How many had to be done by a deadline?
-- formula: # items whose deadline lay in the period and has passed
-- formula-ru: число элементов, чей срок пришёлся на период и уже прошёл
-- unit: count
-- edge: Dropped before the deadline: left out. The deadline in force when it passed or when the item was done counts.
-- edge-ru: Выбывшие до срока не считаются. Берётся срок, действовавший, когда он прошёл или когда дело было сделано.
select kpi as kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'due'
