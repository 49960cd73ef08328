-- Invoices that were issued: when, over what, by when due, and when the claim ended (cancelled, or succeeded by another way than payments).
-- An invoice begun before history was issued, and a debt, by the time it was first seen.
create table claims as
select i.process, i.item, coalesce(m.moment, i.created, i.first_at) as issued_at, cast(local_day(coalesce(m.moment, i.created, i.first_at)) as int) as issued_day,
  m.moment is not null or i.created is not null as dated, i.amount, coalesce(i.currency, r.currency) as currency,
  case when m.item is null then i.owner_created else m.owner end as issued_by, i.owner,
  case when o.outcome = 2 then o.moment when o.item is null and not i.here then i.last_at end as cancelled_at,
  case when o.outcome = 1 then o.moment end as succeeded_at, o.owner as succeeded_by,
  d.due_day, cast(local_day(d.told_at) as int) as due_known_day, case when shipped.item is not null then coalesce(shipped.moment, i.first_at) end as debt_at
from process_items i
join processes p on p.process = i.process and p.invoice
left join milestones issue on issue.process = i.process and issue.milestone = p.issued_milestone
left join moments m on m.process = i.process and m.milestone = p.issued_milestone and m.item = i.item
left join outcomes o on o.process = i.process and o.item = i.item
left join deadlines d on d.process = i.process and d.item = i.item
left join moments shipped on shipped.process = i.process and shipped.milestone = p.debt_milestone and shipped.item = i.item
cross join run r
where issue.milestone is null or issue.condition = 'created' or m.item is not null
