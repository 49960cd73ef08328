-- Failures by their reason, told last before as-of; no reason is one, *none (text 2). Excluded ones are shown like all others.
create view facts_reasons as
select 'loss_reasons' as kpi, o.process, coalesce(f.value, 2) as subject, o.item as item,
  case when o.moment is null then -1000000 else local_day(o.moment) end as day, cast(null as int) as prior_day, o.owner as owner,
  o.stage_from as stage, cast(null as int) as currency, true as in_numerator, cast(null as decimal(18, 2)) as money,
  cast(null as bigint) as elapsed, cast(null as bigint) as working
from outcomes o
join failure_reasons x on x.process = o.process
left join item_fields f on f.item = o.item and f.field = x.field
where o.outcome = 2
union all
select 'loss_reasons_amount' as kpi, o.process, coalesce(f.value, 2) as subject, o.item as item,
  case when o.moment is null then -1000000 else local_day(o.moment) end as day, cast(null as int) as prior_day, o.owner as owner,
  o.stage_from as stage, o.currency as currency, true as in_numerator, o.amount as money, cast(null as bigint) as elapsed,
  cast(null as bigint) as working
from outcomes o
join failure_reasons x on x.process = o.process
left join item_fields f on f.item = o.item and f.field = x.field
where o.outcome = 2 and o.amount is not null
