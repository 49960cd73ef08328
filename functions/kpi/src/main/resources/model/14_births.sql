-- When an item was created, as its source tells it; of a process log the first event.
create table births as
select item, occurred as created, owner_now as owner
from events
where kind = 'created' or (source = 'xes' and pos = 1)
qualify row_number() over (partition by item order by pos nulls last) = 1
