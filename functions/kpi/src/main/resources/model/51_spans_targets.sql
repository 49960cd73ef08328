-- Past an interval's target, and neither ended nor dropped; and with it a miss of the target.
create view spans_targets as
select k.kpi, x.process, x.subject, x.item, x.owner, cast(null as int) as currency,
  cast(local_day(x.passes - 1) as int) as from_day, cast(case when x.state <> 'open' then local_day(x.until) end as int) as until_day,
  k.hit, cast(null as decimal(18, 2)) as money
from interval_targets x cross join run r
cross join (select 'interval_overdue_open' as kpi, true as hit union all select 'interval_on_target', false) k
where x.passes <= r.as_of and (x.state = 'open' or local_day(x.passes - 1) < local_day(x.until))
