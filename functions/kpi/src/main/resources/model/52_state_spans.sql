-- States that last: from the first day at whose end an item is in it to the first at whose end it no longer is (null: it still is). hit: false
-- where the state counts below a rate's line and not above it.
create table state_spans as
with spans as (
  select * from spans_receivables
  union all
  select * from spans_deadlines
  union all
  select * from spans_targets
  union all
  select * from spans_control)
select s.kpi, s.process, s.subject, s.item, s.owner, s.currency, s.from_day, case when s.until_day <= r.last_day then s.until_day end as until_day, s.hit, s.money
from spans s cross join run r
where s.from_day <= r.last_day
