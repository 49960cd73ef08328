-- Counts a day; periods and groups are sums of them.
create table base_cells as
select kpi, process, subject, day, prior_day, owner, stage, currency, count(*) as n, count_if(in_numerator) as hits,
  sum(money) as total, sum(case when in_numerator then money end) as hits_total
from facts
where kpi not in ('case_time', 'case_time_open', 'stage_time', 'stage_time_open', 'interval', 'interval_open')
group by kpi, process, subject, day, prior_day, owner, stage, currency
