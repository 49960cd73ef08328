-- Counts a day; periods and groups are sums of them.
create table base_cells as
select kpi, process, subject, day, prior_day, owner, stage, currency, count(*) as n, count_if(in_numerator) as hits,
  sum(money) as total, sum(case when in_numerator then money end) as hits_total
from counted_facts
group by kpi, process, subject, day, prior_day, owner, stage, currency
