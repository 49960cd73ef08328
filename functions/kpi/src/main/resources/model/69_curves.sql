-- Kaplan–Meier: the product-limit estimate in whole minutes over what ended, what is open (censored at as-of) and what was dropped
-- (censored there). Of a case time the end is the outcome.
create table curves as
with waits as (
  select case kpi when 'stage_time_open' then 'stage_time' when 'interval_open' then 'interval' when 'case_time_open' then 'case_time' else kpi end as kpi,
    process, subject, elapsed, working, kpi in ('stage_time', 'interval') as ended
  from facts_timed where kpi <> 'case_time'
  union all
  select 'interval', process, subject, elapsed, working, false from facts_intervals where kpi = 'interval_dropped'
  union all
  select 'case_time', f.process, f.subject, f.elapsed, f.working, o.item is not null
  from facts_timed f
  join process_items i on i.process = f.process and i.item = f.item
  left join outcomes o on o.process = f.process and o.item = f.item
  where f.kpi = 'case_time' and (o.item is not null or not i.here)),
minutes as (
  select kpi, process, subject, 'elapsed' as clock, cast(floor(cast(elapsed as double) / cast(60000 as double)) as bigint) as minute, ended from waits
  union all
  select kpi, process, subject, 'working', cast(floor(cast(waits.working as double) / cast(60000 as double)) as bigint), ended
  from waits cross join run r where r.working),
steps_down as (
  select kpi, process, subject, clock, minute, count_if(ended) as ended, count(*) as gone
  from minutes group by kpi, process, subject, clock, minute),
at_risk as (
  select s.*, sum(gone) over (partition by kpi, process, subject, clock order by minute desc nulls last
    rows between unbounded preceding and current row) as at_risk
  from steps_down s),
survival as (
  select kpi, process, subject, clock, minute,
    case when ended = at_risk then cast(0 as double) else
      exp(coalesce(sum(ln(nullif(cast(1 as double) - cast(ended as double) / cast(nullif(at_risk, 0) as double), cast(0 as double))))
        over (partition by kpi, process, subject, clock order by minute nulls last rows between unbounded preceding and current row), cast(0 as double))) end as alive
  from at_risk)
select kpi, process, subject, clock, min(case when alive <= cast(0.500000001 as double) then minute end) as median_minute
from survival
group by kpi, process, subject, clock
