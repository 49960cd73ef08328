-- What changed on a day in how many are open, stale, removed or standing in a stage: states at a period's end are sums of these.
create table state_changes as
select kpi, process, subject, currency, day, sum(change) as change
from (
  select kpi, process, subject, currency, local_day(entered) as day, 1 as change from held
  union all
  select kpi, process, subject, currency, local_day(left_at), -1 from held where left_at is not null) changes
group by kpi, process, subject, currency, day
