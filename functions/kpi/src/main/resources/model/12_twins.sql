-- One change told twice: by a hook and by the API, of one item, same kind and target, at most 600 s apart with
-- nothing between. The API's time wins; what only the hook told goes over to it. The target of an assignment is the owner.
-- What both ways told in the very same words is one event already, and no other one's twin.
create table twins as
with both_ways as (
  select item from known where via <> 'file' group by item having count_if(via = 'hook') > 0 and count_if(via = 'api') > 0),
repeated as (
  select distinct k.id_high, k.id_low, k.via from repeats r join known k on k.row_id = r.row_id where k.via <> 'file'),
placed as (
  select k.*, s.via is not null as settled, row_number() over (partition by k.item
    order by k.occurred nulls last, k.received nulls last, k.seq nulls last, k.id_high nulls last, k.id_low nulls last) as place
  from known k join both_ways b on b.item = k.item left join repeats r on r.row_id = k.row_id
    left join repeated s on s.id_high = k.id_high and s.id_low = k.id_low and s.via <> k.via and k.via <> 'file'
  where r.row_id is null),
pairs as (
  select a.item, a.place,
    a.via <> 'file' and b.via <> 'file' and a.via <> b.via and a.kind = b.kind and b.occurred - a.occurred <= 600000
      and not a.settled and not b.settled
      and case when a.kind = 'assigned' then coalesce(a.owner, -1) = coalesce(b.owner, -1)
        else coalesce(a.stage, -1) = coalesce(b.stage, -1) and coalesce(a.pipeline, -1) = coalesce(b.pipeline, -1) end as alike
  from placed a join placed b on b.item = a.item and b.place = a.place + 1),
chains as (
  select item, place, row_number() over (partition by item, chain order by place nulls last) as link
  from (select item, place, place - row_number() over (partition by item order by place nulls last) as chain from pairs where alike) c),
chosen as (select item, place from chains where link % 2 = 1)
select case when a.via = 'hook' then a.row_id else b.row_id end as hook_row,
  case when a.via = 'hook' then b.row_id else a.row_id end as api_row
from chosen c join placed a on a.item = c.item and a.place = c.place join placed b on b.item = c.item and b.place = c.place + 1
