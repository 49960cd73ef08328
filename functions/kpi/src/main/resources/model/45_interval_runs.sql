-- One row an item an interval that it began: closed, open, dropped (the item left the running without the end), negative (the end lies
-- before the beginning), unknown (the end was reached before the item was first seen).
create table interval_runs as
with starts as (
  select i.process, i.interval_no, i.subject, i.to_milestone, i.match_next, a.item, a.moment as started
  from intervals i join moments a on a.process = i.process and a.milestone = i.from_milestone
  where a.moment is not null),
ends as (
  select s.process, s.interval_no, s.item, b.moment as ended, b.owner
  from starts s join moments b on b.process = s.process and b.milestone = s.to_milestone and b.item = s.item
  where not s.match_next
  union all
  select process, interval_no, item, ended, owner
  from (
    select s.process, s.interval_no, s.item, b.moment as ended, b.owner, row_number() over (partition by s.process, s.interval_no, s.item
      order by b.moment nulls last, b.owner nulls last) as place
    from starts s join occurrences b on b.process = s.process and b.milestone = s.to_milestone and b.item = s.item
    where s.match_next and b.moment >= s.started) following
  where place = 1),
judged as (
  select s.process, s.interval_no, s.subject, s.item, s.started, e.ended, coalesce(e.owner, i.owner) as owner,
    case when e.ended < s.started then 'negative' when e.ended is not null then 'closed' when e.item is not null then 'unknown'
      when o.outcome is not null or not i.here then 'dropped' else 'open' end as state,
    greatest(s.started, coalesce(o.moment, i.last_at)) as dropped_at
  from starts s
  join process_items i on i.process = s.process and i.item = s.item
  left join ends e on e.process = s.process and e.interval_no = s.interval_no and e.item = s.item
  left join outcomes o on o.process = s.process and o.item = s.item)
select j.process, j.interval_no, j.subject, j.item, j.owner, j.state, j.started,
  case when j.state = 'dropped' then j.dropped_at when j.state = 'open' then r.as_of else j.ended end as until
from judged j cross join run r
