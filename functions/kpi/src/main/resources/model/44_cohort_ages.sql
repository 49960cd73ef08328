-- The age at which cohorts are compared: as the business file says, else the p90 of first ▶ last milestone in whole days.
create table cohort_ages as
select p.process, coalesce(p.within_millis, seen.millis) as millis, p.within_working
from processes p
left join (
  select a.process, 86400000 * cast(ceil(percentile_cont(0.9) within group (order by b.moment - a.moment) / cast(86400000 as double)) as bigint) as millis
  from moments a
  join milestones f on f.process = a.process and f.milestone = a.milestone and f.funnel = 0
  join (select process, max(funnel) as funnel from milestones group by process) deepest on deepest.process = a.process
  join milestones l on l.process = a.process and l.funnel = deepest.funnel and l.funnel > 0
  join moments b on b.process = a.process and b.milestone = l.milestone and b.item = a.item and b.moment >= a.moment
  group by a.process) seen on seen.process = p.process
