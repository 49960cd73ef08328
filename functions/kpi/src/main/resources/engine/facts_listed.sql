with named as (
  select case when f.kpi = 'stage_events' then 'events' else f.kpi end as kpi, f.process, f.subject, f.day, f.prior_day, f.item, f.owner,
    f.currency, f.in_numerator, coalesce(f.money, cast(f.elapsed as decimal(18, 2))) as value
  from facts f where f.kpi <> 'stage_events' or f.subject is not null)
select n.kpi, p.name as process, s.text as subject, d.name as period,
  case when c.text is null then '{}' else json_object('currency', c.text) end as "group",
  t.text as item_type, i.item_id as item, o.text as owner, n.in_numerator, n.value
from named n
join processes p on p.process = n.process
join items i on i.item = n.item
join texts t on t.text_id = i.item_type
join day_periods x on x.day = n.day
join periods d on d.period = x.period and d.plain and (n.prior_day is null or n.prior_day < d.first_day)
left join texts s on s.text_id = n.subject
left join texts o on o.text_id = n.owner
left join texts c on c.text_id = n.currency
order by n.kpi, p.name, s.text nulls first, d.name, t.text, i.item_id, n.day
