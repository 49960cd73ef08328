-- kpi: created
-- ru: Сколько пришло нового?
-- en: How many new items came?
-- formula: # items whose creation, as the source tells it, fell in the period
-- formula-ru: # записей, момент создания которых, по словам самого источника, попал в период
-- unit: count
-- edge: Items begun before history, whose creation nobody told, are in no cohort.
-- edge-ru: Начатые до начала истории, момент создания которых никто не сообщил, ни в одну когорту не входят.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'created'
