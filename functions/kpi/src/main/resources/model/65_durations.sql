-- Every duration that ended, on each clock; days are counted on the calendar.
create table durations as
with ended as (
  select kpi, process, subject, item, day, owner, elapsed, working, kpi not in ('case_time', 'stage_time', 'interval') as in_days
  from timed_facts where kpi not in ('case_time_open', 'stage_time_open', 'interval_open'))
select kpi, process, subject, item, day, owner, case when in_days then 'calendar' else 'elapsed' end as clock, elapsed as millis
from ended
union all
select f.kpi, f.process, f.subject, f.item, f.day, f.owner, 'working', f.working
from ended f cross join run r
where not f.in_days and r.working
