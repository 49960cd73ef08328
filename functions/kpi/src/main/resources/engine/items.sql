-- The items behind the figures of the table asked, each as its figure counts them in its period: what happened in it, the states at its end. With
-- each how many there are; of these come the first, longest before shortest, then earliest before latest.
with asks as (
  select a.ask, a.kpi, o.process, a.subject is null as any_subject, s.text_id as subject, a.currency is null as any_currency, c.text_id as currency,
    p.period, p.first_day, p.last_day, least(p.last_day, r.last_day) as end_day
  from asked a
  join processes o on o.name = a.process
  join periods p on p.name = a.period
  left join texts s on s.text = a.subject
  left join texts c on c.text = a.currency
  cross join run r),
standing_since as (
  select v.process, v.item, local_day(v.entered) as day from visits v where v.left_at is null and v.dated),
listed as (
  select a.ask, f.process, f.item, coalesce(w.day, f.day) as day, f.owner, f.stage, f.in_numerator, f.elapsed
  from (select * from counted_facts union all select * from timed_facts) f
  join asks a on a.kpi = f.kpi and a.process = f.process and f.day between a.first_day and a.last_day
    and (f.prior_day is null or f.prior_day < a.first_day)
    and (a.any_subject or f.subject = a.subject) and (a.any_currency or f.currency = a.currency)
  left join standing_since w on f.kpi = 'standing' and w.process = f.process and w.item = f.item
  union all
  select a.ask, x.process, x.item, x.from_day, x.owner, cast(null as int), x.hit, cast(null as bigint)
  from state_spans x
  join asks a on a.kpi = x.kpi and a.process = x.process and x.from_day <= a.end_day and (x.until_day is null or x.until_day > a.end_day)
    and (a.any_subject or x.subject = a.subject) and (a.any_currency or x.currency = a.currency)
  union all
  select a.ask, h.process, h.item, cast(local_day(h.entered) as int), p.owner, cast(null as int), true, cast(null as bigint)
  from held h
  join asks a on a.kpi = h.kpi and a.process = h.process and a.period > 0 and local_day(h.entered) <= a.last_day
    and (h.left_at is null or local_day(h.left_at) > a.last_day)
    and (a.any_subject or h.subject = a.subject) and (a.any_currency or h.currency = a.currency)
  left join process_items p on p.process = h.process and p.item = h.item),
ranked as materialized (
  select f.ask, f.item, f.day, f.in_numerator, f.elapsed, t.text as item_type, i.item_id, o.text as owner, s.text as stage,
    p.amount, p.currency, p.created, count(*) over (partition by f.ask) as of_all,
    row_number() over (partition by f.ask
      order by f.elapsed desc nulls last, f.day nulls last, t.text, i.item_id, f.in_numerator, o.text nulls last, s.text nulls last) as place
  from listed f
  join items i on i.item = f.item
  join texts t on t.text_id = i.item_type
  left join process_items p on p.process = f.process and p.item = f.item
  left join texts o on o.text_id = f.owner
  left join texts s on s.text_id = coalesce(f.stage, p.stage)),
sources as (
  select e.item, min(e.source) as source from events e where e.item in (select item from ranked where place <= ?) group by e.item)
select f.ask, f.of_all, f.item_type, f.item_id, f.owner, f.stage, f.elapsed, f.in_numerator,
  f.amount, c.text as currency, f.created, e.source, case when f.day > -1000000 then f.day end as day
from ranked f
join sources e on e.item = f.item
left join texts c on c.text_id = f.currency
where f.place <= ?
order by f.ask, f.place
