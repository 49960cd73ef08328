-- Working days of each month, and how many of them are over.
create table goal_days as
select p.period, count_if(d.worked) as days_all, count_if(d.worked and d.day <= r.last_day) as days_gone
from periods p join days d on d.day between p.first_day and p.last_day cross join run r
where p.period > 0 and p.name like '____-__' and p.name not like '%Q%'
group by p.period
