-- Rows to leave out because the same event stands in another row: the first one received is kept.
-- Half of the identity finds the few candidates, so that the many are never sorted.
create table repeats as
with candidates as (select id_high from known group by id_high having count(*) > 1)
select row_id
from (
  select k.row_id, row_number() over (partition by k.id_high, k.id_low
    order by k.received nulls last, k.seq nulls last, k.via nulls last, k.row_id nulls last) as place
  from known k join candidates c on c.id_high = k.id_high) ranked
where place > 1
