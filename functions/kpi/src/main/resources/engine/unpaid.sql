-- Every invoice of a process that is unpaid at as-of, the most money × days late first. Its customer comes with how many of the customer's
-- invoices were due, and how many of these were paid by their deadline. An invoice that nobody owns is its parent's owner's.
with customers as (
  select g.process, v.item, v.value as customer
  from group_fields g join item_fields v on v.field = g.field
  where g.dimension = 'customer'),
records as (
  select f.process, c.customer, count(*) as due, count_if(f.in_numerator) as on_time
  from facts f join customers c on c.process = f.process and c.item = f.item
  where f.kpi = 'on_time_rate'
  group by f.process, c.customer),
sources as (
  select item, min(source) as source from events group by item)
select i.item_id, coalesce(nullif(o.text, ''), nullif(a.text, '')) as owner, t.text as customer, n.text as customer_name, m.text as currency, c.amount, b.owed, c.due_day,
  greatest(0, coalesce(r.last_day - c.due_day, 0)) as days_late, s.text as bucket, coalesce(not p.debt_stated or b.debt_day <= r.last_day, false) as debt,
  coalesce(k.due, 0) as customer_due, coalesce(k.on_time, 0) as customer_on_time, z.source,
  pt.text as parent_type, pi.item_id as parent_id, pz.source as parent_source
from balances b
join claims c on c.process = b.process and c.item = b.item
join processes p on p.process = b.process
join items i on i.item = b.item
join texts m on m.text_id = b.currency
cross join run r
join ageing_edges e on e.process = b.process and case when e.first_day is null then coalesce(r.last_day <= c.due_day, true)
  else r.last_day - c.due_day >= e.first_day and r.last_day - c.due_day <= coalesce(e.last_day, 2000000) end
join texts s on s.text_id = e.subject
join sources z on z.item = b.item
left join customers u on u.process = b.process and u.item = b.item
left join records k on k.process = b.process and k.customer = u.customer
left join item_fields v on v.item = b.item and v.field = p.customer_name
left join texts o on o.text_id = b.owner
left join links l on l.item = b.item
left join (select item, max(owner) as owner from process_items group by item) h on h.item = l.parent
left join items pi on pi.item = l.parent
left join texts pt on pt.text_id = pi.item_type
left join sources pz on pz.item = l.parent
left join texts a on a.text_id = h.owner
left join texts t on t.text_id = u.customer
left join texts n on n.text_id = v.value
where p.name = ? and b.owed is not null and b.until_day is null
order by b.owed * greatest(0, coalesce(r.last_day - c.due_day, 0)) desc nulls last, b.owed desc nulls last, i.item_id
