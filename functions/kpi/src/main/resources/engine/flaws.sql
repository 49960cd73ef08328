-- Items that somebody has to look at: an interval that ends before it begins, an invoice that nothing gives a due date.
with flaws as (
  select 'backwards' as flaw, process, item, subject, started - until as elapsed from interval_runs where state = 'negative'
  union all
  select 'undated', process, item, null, null from claims where due_day is null),
chosen as (
  select f.flaw, p.name, f.item, f.subject, f.elapsed, row_number() over (partition by f.flaw
    order by f.elapsed desc nulls last, f.process, k.text, i.item_id, f.subject) as place, k.text as type, i.item_id
  from flaws f join processes p on p.process = f.process join items i on i.item = f.item join texts k on k.text_id = i.item_type)
select c.flaw, c.name as process, cast(min(e.source) as varchar) as source, c.type, c.item_id as id, s.text as subject, c.elapsed,
  max(coalesce(nullif(o.text, ''), '')) filter (where e.latest) as owner
from chosen c
join events e on e.item = c.item
left join texts o on o.text_id = e.owner_now
left join texts s on s.text_id = c.subject
where c.place <= ?
group by c.flaw, c.name, c.type, c.item_id, s.text, c.elapsed, c.place
order by c.flaw, c.place
