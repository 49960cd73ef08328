-- One row a fact: the items behind the figures of all time; day selects those of a week or a month, owner those of an owner.
select f.kpi, p.name as process, s.text as subject, 'all' as period,
  case when c.text is null then '{}' else '{"currency":"' || c.text || '"}' end as "group",
  t.text as item_type, i.item_id as item, f.in_numerator,
  coalesce(f.money, cast(f.elapsed as decimal(18, 2)) / 3600000) as value,
  case when f.day > -1000000 then date '1970-01-01' + f.day end as day, o.text as owner
from facts f
join processes p on p.process = f.process
join items i on i.item = f.item
join texts t on t.text_id = i.item_type
left join texts s on s.text_id = f.subject
left join texts o on o.text_id = f.owner
left join texts c on c.text_id = f.currency
where f.kpi <> 'stage_events' and f.prior_day is null
