-- The invoices of one process that a payment may pay, by the number that payments name them by, in an order that no run changes.
select i.item, coalesce(number.text, t.item_id) as number, cast(local_day(coalesce(i.created, i.first_at)) as int) as issued_day, i.amount,
  coalesce(told.text, home.text) as currency, customer.text as customer
from process_items i
join items t on t.item = i.item
cross join run r
join texts home on home.text_id = r.currency
left join texts told on told.text_id = i.currency
left join item_fields n on n.item = i.item and n.field = ?
left join texts number on number.text_id = n.value
left join item_fields c on c.item = i.item and c.field = ?
left join texts customer on customer.text_id = c.value
where i.process = ? and i.here
order by issued_day nulls last, t.item_id
