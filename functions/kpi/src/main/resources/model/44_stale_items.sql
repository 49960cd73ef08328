-- Items that were stale while open, and the first moment at which they were; one begun before history is at least as old as since it was
-- first seen.
create table stale_items as
select i.process, i.item, coalesce(i.created, i.first_at) + a.millis + 1 as stale_at, o.item is null and i.here as open
from process_items i
join stale_ages a on a.process = i.process
left join outcomes o on o.process = i.process and o.item = i.item
cross join run r
where coalesce(i.created, i.first_at) + a.millis + 1
  <= case when o.item is not null then o.moment when i.here then r.as_of else i.last_at end
