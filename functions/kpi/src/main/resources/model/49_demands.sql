-- What one item called for in another process: an invoice of a deal that got to its milestone. issued_at: when the first one came; passes:
-- the first moment that is too late; left_at: the deal was lost or gone by then.
create table demands as
with children as (
  select c.process, l.parent as item, c.issued_at, c.issued_by,
    row_number() over (partition by c.process, l.parent order by c.issued_at nulls last, i.item_id nulls last) as place
  from claims c join links l on l.item = c.item left join items i on i.item = c.item
  where l.parent is not null)
select n.process, n.parent_process, m.item, m.moment as called_at, c.issued_at, coalesce(c.issued_by, i.owner) as owner,
  case when n.target_working then working_moment(working_millis(m.moment) + n.target_millis) else m.moment + n.target_millis end + 1 as passes,
  case when o.outcome = 2 then o.moment when o.item is null and not i.here then i.last_at end as left_at
from parents n
join moments m on m.process = n.parent_process and m.milestone = n.parent_milestone
join process_items i on i.process = m.process and i.item = m.item
left join outcomes o on o.process = m.process and o.item = m.item
left join children c on c.process = n.process and c.item = m.item and c.place = 1
where n.target_millis is not null and m.moment is not null
