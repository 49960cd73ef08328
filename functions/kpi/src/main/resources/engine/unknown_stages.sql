-- Stages that no milestone of any process which their events belong to knows, the most events first; all_events counts those of the
-- stages that are left out as well.
with nobody as (
  select s.item, s.pos, min(s.process) as process
  from steps s
  left join (select distinct process, stage from milestone_stages) m on m.process = s.process and m.stage = s.stage
  where s.here and s.stage is not null
  group by s.item, s.pos having count(m.stage) = 0)
select p.name as process, cast(e.source as varchar) as source, pl.text as pipeline, st.text as stage, count(*) as events,
  count(distinct e.item) as items, max(e.occurred) as last_at, cast(sum(count(*)) over () as bigint) as all_events
from nobody n
join events e on e.item = n.item and e.pos = n.pos
join processes p on p.process = n.process
join texts st on st.text_id = e.stage
left join texts pl on pl.text_id = e.pipeline_now
group by p.name, e.source, pl.text, st.text
order by events desc, p.name, source, pl.text nulls first, st.text
limit ?
