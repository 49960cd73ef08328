-- Each source: its events, the first and the last, and the longest silence in the 90 days up to the last, of so many minutes with events.
with spans as (
  select source, count(*) as events, min(occurred) as first_at, max(occurred) as last_at from events group by source),
minutes as (
  select distinct e.source, cast(floor(cast(e.occurred as double) / 60000) as bigint) as told
  from events e join spans s on s.source = e.source
  where e.occurred >= s.last_at - 7776000000),
gaps as (
  select source, told - lag(told) over (partition by source order by told) as gap from minutes),
silences as (
  select source, max(gap) as longest, count(gap) as gaps from gaps group by source),
hooks as (
  select t.source, sum(t.changes) as changes, sum(t.lost) as lost
  from tellings t cross join run r where t.day > r.last_day - ? group by t.source)
select cast(s.source as varchar) as source, s.events, s.first_at, s.last_at, g.longest, g.gaps, h.changes, h.lost
from spans s
left join silences g on g.source = s.source
left join hooks h on h.source = s.source
order by 1
