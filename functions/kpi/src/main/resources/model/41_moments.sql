-- The one moment at which an item reached a milestone: the first or the last, as the milestone's `take` says.
create table moments as
select o.process, o.milestone, o.item, o.moment, o.owner
from occurrences o join milestones m on m.process = o.process and m.milestone = o.milestone
qualify row_number() over (partition by o.process, o.milestone, o.item
  order by case when m.take_last then -coalesce(o.moment, -1) else coalesce(o.moment, -1) end nulls last, o.owner nulls last) = 1
