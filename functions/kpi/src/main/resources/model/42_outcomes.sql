-- The outcome that stands at as-of: the last one before it. Reopened items have none.
create table outcomes as
with candidates as (
  select process, item, mark as outcome, case when dated then entered end as moment, owner, amount, currency, stage_prior as stage_from, true as by_stage
  from (
    select s.*, row_number() over (partition by process, item order by place desc nulls last) as back
    from spans s where mark is not null) marks
  where back = 1 and mark > 0
  union all
  select o.process, o.item, m.ends as outcome, o.moment, o.owner, i.amount, i.currency, i.stage as stage_from, false as by_stage
  from moments o
  join milestones m on m.process = o.process and m.milestone = o.milestone and m.ends is not null and m.condition <> 'entered'
  join process_items i on i.process = o.process and i.item = o.item)
select c.process, c.item, c.outcome, c.moment, c.owner, c.amount, coalesce(c.currency, r.currency) as currency, c.stage_from, c.by_stage,
  c.outcome = 2 and e.item is not null as excluded
from candidates c cross join run r
left join (
  select distinct x.process, f.item
  from failure_excludes x join item_fields f on f.field = x.field and f.value = x.value) e on e.process = c.process and e.item = c.item
qualify row_number() over (partition by c.process, c.item
  order by coalesce(c.moment, -1) desc nulls last, c.outcome nulls last) = 1
