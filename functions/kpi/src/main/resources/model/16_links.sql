-- What an item hangs on, as told last before as-of: the deal of an invoice, of a task, of a document. parent is null where nothing
-- but its name was ever told of it.
create table links as
select l.item, p.item as parent
from (
  select t.item, t.parent_type, t.parent_id, row_number() over (partition by t.item
    order by t.occurred desc nulls last, t.received desc nulls last, t.seq desc nulls last, t.id_high desc nulls last, t.id_low desc nulls last) as place
  from parent_told t cross join run r left join repeats again on again.row_id = t.row_id
  where t.occurred < r.as_of and t.received < r.known_at and again.row_id is null) l
left join items p on p.item_type = l.parent_type and p.item_id = l.parent_id
where l.place = 1
