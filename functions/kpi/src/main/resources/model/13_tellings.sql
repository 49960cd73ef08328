-- How many changes happened on a day of the last 91 that a source's webhooks should have told, and how many of them the API alone told.
-- Webhooks should tell what they told before, by kind of item and change. Of an item's other fields a webhook tells in one event what
-- the API tells in several, so these are left out, and contacts with them.
create table tellings as
with hooked as (
  select source, item_type, kind, min(occurred) as since
  from known where via = 'hook' and kind not in ('changed', 'contacted') group by source, item_type, kind),
again as (
  select distinct k.id_high, k.id_low from repeats r join known k on k.row_id = r.row_id where k.via = 'hook')
select told.source, told.day, count(*) as changes, count_if(told.lost) as lost
from (
  select k.source, cast(local_day(k.occurred) as int) as day, k.via = 'api' and both_ways.api_row is null and a.id_high is null as lost
  from known k
  cross join run n
  join hooked h on h.source = k.source and h.item_type = k.item_type and h.kind = k.kind and k.occurred >= h.since
  left join repeats r on r.row_id = k.row_id
  left join twins dropped on dropped.hook_row = k.row_id
  left join twins both_ways on both_ways.api_row = k.row_id
  left join again a on a.id_high = k.id_high and a.id_low = k.id_low
  where k.via <> 'file' and r.row_id is null and dropped.hook_row is null and k.occurred >= n.as_of - 7862400000) told
group by told.source, told.day
