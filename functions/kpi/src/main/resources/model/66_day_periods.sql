-- Which periods a day with facts lies in; what has no date lies in all time only.
create table day_periods as
select d.day, p.period
from (select day from cells union select day from durations) d
join periods p on d.day between p.first_day and p.last_day
