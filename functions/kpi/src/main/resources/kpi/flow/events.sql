-- kpi: events
-- ru: Сколько было событий?
-- en: How many events were there?
-- formula: # events of the process, duplicates removed; by stage those that name it
-- formula-ru: # событий процесса без повторов; по этапу — те, что его называют
-- unit: count
-- edge: An event told by hook and by API is one.
-- edge-ru: Событие, о котором сообщили и вебхук, и API, — одно.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'events'
