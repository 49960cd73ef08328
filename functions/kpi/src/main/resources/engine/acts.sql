-- What somebody has to do at as-of, as it is called outside: what is past its time for the longest first, then the most money.
with sources as (
  select item, min(source) as source from events group by item)
select a.reason, p.name as process, s.text as subject, o.text as owner, a.since, a.passes, a.amount, c.text as currency,
  z.source, t.text as type, i.item_id as id, pz.source as parent_source, pt.text as parent_type, pi.item_id as parent_id
from acts a
join processes p on p.process = a.process
join items i on i.item = a.item
join texts t on t.text_id = i.item_type
join sources z on z.item = a.item
left join texts s on s.text_id = a.subject
left join texts o on o.text_id = a.owner
left join texts c on c.text_id = a.currency
left join links l on l.item = a.item
left join items pi on pi.item = l.parent
left join texts pt on pt.text_id = pi.item_type
left join sources pz on pz.item = l.parent
order by coalesce(a.passes, a.since) nulls last, a.amount desc nulls last, t.text, i.item_id, p.name, a.reason, s.text nulls last
