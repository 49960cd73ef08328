-- The days at whose end states are told: the last of each period, and the one before its first.
create table ends as
select end_day, max(grouped) as grouped
from (
  select least(p.last_day, r.last_day) as end_day, case when p.grouped then 1 else 0 end as grouped from periods p cross join run r
  union all
  select p.first_day - 1, 0 from periods p where p.period > 0) days_of_periods
group by end_day
