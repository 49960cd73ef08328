-- Every duration that ended, on each clock.
create table durations as
select kpi, process, subject, item, day, owner, 'elapsed' as clock, elapsed as millis
from facts where kpi in ('case_time', 'stage_time', 'interval')
union all
select f.kpi, f.process, f.subject, f.item, f.day, f.owner, 'working', f.working
from facts f cross join run r
where f.kpi in ('case_time', 'stage_time', 'interval') and r.working
