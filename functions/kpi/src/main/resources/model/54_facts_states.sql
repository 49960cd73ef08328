-- States as they are at as-of.
create view facts_states as
select x.kpi, x.process, x.subject as subject, x.item as item, -1000000 as day, cast(null as int) as prior_day, x.owner as owner, cast(null as int) as stage,
  x.currency as currency, x.hit as in_numerator, x.money as money, cast(null as bigint) as elapsed, cast(null as bigint) as working
from state_spans x where x.until_day is null and x.kpi <> 'debt_not_due'
