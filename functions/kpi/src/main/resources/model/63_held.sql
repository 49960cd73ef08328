-- From when to when an item is open, stale, removed or standing in a stage (null: it still is). What is open or removed has the currency
-- that its item has at as-of.
create view held as
select 'standing' as kpi, v.process, v.stage as subject, v.item, cast(null as int) as currency, v.entered, v.left_at from visits v
union all
select case when s.entry then 'open' else 'removed' end, s.process, cast(null as int), s.item, coalesce(i.currency, r.currency), s.entered,
  case when o.moment < s.left_at or (o.moment is not null and s.left_at is null) then o.moment else s.left_at end
from spans s
left join outcomes o on o.process = s.process and o.item = s.item and not o.by_stage
cross join run r
left join (select x.process, x.item, x.currency from process_items x join run r on x.currency <> r.currency) i
  on i.process = s.process and i.item = s.item
where s.outcome_after = 0 and (o.moment is null or o.moment > s.entered)
union all
select 'stale_open', s.process, cast(null as int), s.item, cast(null as int), greatest(s.entered, x.stale_at - 1),
  case when o.moment < s.left_at or (o.moment is not null and s.left_at is null) then o.moment else s.left_at end
from stale_items x
join spans s on s.process = x.process and s.item = x.item
left join outcomes o on o.process = s.process and o.item = s.item and not o.by_stage
where s.outcome_after = 0 and s.entry and (o.moment is null or o.moment > greatest(s.entered, x.stale_at - 1))
  and (s.left_at is null or s.left_at > greatest(s.entered, x.stale_at - 1))
