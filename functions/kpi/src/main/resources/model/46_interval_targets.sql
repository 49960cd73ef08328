-- Intervals that have a target: passes is the first moment at which it is too late for it, on the target's clock.
create table interval_targets as
select v.process, v.subject, v.item, v.owner, v.state, v.until,
  case when i.target_working then working_moment(working_millis(v.started) + i.target_millis + 1) else v.started + i.target_millis + 1 end as passes
from interval_runs v
join intervals i on i.process = v.process and i.interval_no = v.interval_no and i.target_millis is not null
where v.state in ('closed', 'open', 'dropped')
