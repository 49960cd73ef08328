-- Receivables as states: outstanding, its part that is a debt, its ageing, and money that pays no invoice.
create view spans_receivables as
select 'outstanding' as kpi, process, cast(null as int) as subject, item, owner, currency, from_day, until_day, true as hit, owed as money
from balances where owed is not null
union all
select 'debt', b.process, cast(null as int), b.item, b.owner, b.currency, greatest(b.from_day, b.debt_day), b.until_day, true, b.owed
from balances b join processes p on p.process = b.process and p.debt_stated
where b.owed is not null and b.debt_day is not null and (b.until_day is null or b.debt_day < b.until_day)
union all
select 'debt_not_due', b.process, cast(null as int), b.item, b.owner, b.currency, greatest(b.from_day, b.debt_day),
  least(coalesce(b.until_day, 2000000), greatest(b.due_day + 1, b.due_known_day), 2000000), true, b.owed
from balances b join processes p on p.process = b.process and p.debt_stated
where b.owed is not null and b.debt_day is not null
  and greatest(b.from_day, b.debt_day) < least(coalesce(b.until_day, 2000000), coalesce(greatest(b.due_day + 1, b.due_known_day), 2000000))
union all
select 'ageing', b.process, e.subject, b.item, b.owner, b.currency,
  case when e.first_day is null then b.from_day else greatest(b.from_day, b.due_day + e.first_day, b.due_known_day) end,
  least(coalesce(b.until_day, 2000000), case when e.first_day is null then coalesce(greatest(b.due_day + 1, b.due_known_day), 2000000)
    else coalesce(b.due_day + e.last_day + 1, 2000000) end), true, b.owed
from balances b join ageing_edges e on e.process = b.process
where b.owed is not null and (e.first_day is null or b.due_day is not null)
  and case when e.first_day is null then b.from_day else greatest(b.from_day, b.due_day + e.first_day, b.due_known_day) end
    < least(coalesce(b.until_day, 2000000), case when e.first_day is null then coalesce(greatest(b.due_day + 1, b.due_known_day), 2000000)
      else coalesce(b.due_day + e.last_day + 1, 2000000) end)
union all
select 'unallocated', process, cast(null as int), item, owner, currency, from_day, until_day, true, free
from balances where free is not null
union all
select 'unallocated', m.process, cast(null as int), m.told_of, m.owner, m.currency, cast(local_day(m.moment) as int), cast(null as int), true, m.amount
from payments m join processes p on p.process = m.process and p.invoice
where m.item is null
