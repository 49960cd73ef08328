-- kpi: uncontacted_open
-- ru: Сколько открытых давно без контакта?
-- en: How many open ones have had no contact for too long?
-- formula: # open items in the stages of contact-every with no contact for longer than allowed
-- formula-ru: число открытых на этапах из contact-every без контакта дольше допустимого
-- unit: count
-- edge: From the last contact or, without one, from the entry into these stages. Notes, calls, messages and tasks done are contacts.
-- edge-ru: С последнего контакта, а если его не было — с входа на эти этапы. Контакты: заметки, звонки, сообщения, выполненные задачи.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock, n as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator, cast(null as bigint) as n
from totals where kpi = 'uncontacted_open'
