-- Payments that pay no invoice, the greatest first, with who paid as they tell it.
with payers as (
  select field from group_fields where dimension = 'customer' union select field from named_fields where path = 'customer_id'),
loose as (
  select m.process, p.name, m.told_of, m.pos, m.moment, m.amount, m.currency
  from payments m join processes p on p.process = m.process and p.invoice
  where m.item is null and not exists (select 1 from allocations a where a.told_of = m.told_of and a.pos = m.pos)
  order by m.amount desc nulls last, m.moment desc, m.told_of, m.pos
  limit ?),
paid_by as (
  select v.item, min(nullif(t.text, '')) as customer
  from item_fields v join payers f on f.field = v.field join texts t on t.text_id = v.value
  where v.item in (select told_of from loose)
  group by v.item)
select l.name as process, cast(e.source as varchar) as source, k.text as type, i.item_id as id, l.moment, l.amount, c.text as currency, b.customer
from loose l
join events e on e.item = l.told_of and e.pos = l.pos
join items i on i.item = l.told_of
join texts k on k.text_id = i.item_type
left join texts c on c.text_id = l.currency
left join paid_by b on b.item = l.told_of
order by l.amount desc nulls last, l.moment desc, k.text, i.item_id, l.pos
