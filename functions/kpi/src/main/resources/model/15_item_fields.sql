-- The named fields of an item as told last before as-of; told empty is empty and has no row.
create table item_fields as
select item, field, value
from (
  select f.item, f.field, f.value, row_number() over (partition by f.item, f.field
    order by f.occurred desc nulls last, f.received desc nulls last, f.seq desc nulls last, f.id_high desc nulls last, f.id_low desc nulls last) as place
  from field_told f cross join run r left join repeats again on again.row_id = f.row_id
  where f.occurred < r.as_of and f.received < r.known_at and again.row_id is null) told_fields
where place = 1 and value <> 0
