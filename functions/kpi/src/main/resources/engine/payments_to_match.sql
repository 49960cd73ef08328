-- Payments whose invoice is to be looked for (named is what they say of it), and those that are known to pay one (invoice), in an order
-- that no run changes.
with payable as (
  select distinct i.item from process_items i join processes p on p.process = i.process and p.money),
paid as (
  select e.item, e.pos, e.occurred, e.paid, e.paid_currency, coalesce(own.item, parent.item) as invoice
  from events e
  left join payable own on own.item = e.item
  left join links l on l.item = e.item
  left join payable parent on parent.item = l.parent
  where e.paid is not null)
select d.item, d.pos, d.occurred, cast(local_day(d.occurred) as int) as paid_day, d.paid, coalesce(told.text, home.text) as currency,
  payer.text as customer, named.text as named, d.invoice
from paid d
join items t on t.item = d.item
join texts kind on kind.text_id = t.item_type
cross join run r
join texts home on home.text_id = r.currency
left join texts told on told.text_id = d.paid_currency
left join item_fields f on f.item = d.item and f.field = ?
left join texts named on named.text_id = f.value
left join item_fields c on c.item = d.item and c.field = ?
left join texts payer on payer.text_id = c.value
where d.invoice is not null or named.text is not null
order by d.occurred, kind.text, t.item_id, d.pos
