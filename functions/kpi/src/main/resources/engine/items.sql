select t.text as item_type, i.item_id, o.text as owner, s.text as stage, f.elapsed, f.in_numerator,
  p.amount, c.text as currency, p.created, e.source
from facts f
join processes pr on pr.process = f.process
join items i on i.item = f.item
join texts t on t.text_id = i.item_type
join (select item, min(source) as source from events group by item) e on e.item = f.item
left join process_items p on p.process = f.process and p.item = f.item
left join texts o on o.text_id = f.owner
left join texts s on s.text_id = coalesce(f.stage, p.stage)
left join texts c on c.text_id = p.currency
left join texts subject on subject.text_id = f.subject
where f.kpi = ? and pr.name = ? and (? is null or subject.text = ?)
order by f.elapsed desc nulls last, t.text, i.item_id, f.day
limit ?
