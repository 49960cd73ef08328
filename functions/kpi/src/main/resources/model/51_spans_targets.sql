-- Past an interval's target, and neither ended nor dropped.
create view spans_targets as
select 'interval_overdue_open' as kpi, x.process, x.subject, x.item, x.owner, cast(null as int) as currency,
  cast(local_day(x.passes - 1) as int) as from_day, cast(case when x.state <> 'open' then local_day(x.until) end as int) as until_day,
  cast(null as decimal(18, 2)) as money
from interval_targets x cross join run r
where x.passes <= r.as_of and (x.state = 'open' or local_day(x.passes - 1) < local_day(x.until))
