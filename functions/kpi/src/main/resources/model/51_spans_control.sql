-- Called for and not there in time; in need of a contact.
create view spans_control as
select 'not_issued' as kpi, d.process, cast(null as int) as subject, d.item, d.owner, cast(null as int) as currency,
  cast(local_day(d.passes) as int) as from_day, cast(local_day(coalesce(d.issued_at, d.left_at)) as int) as until_day, cast(null as decimal(18, 2)) as money
from demands d cross join run r
where d.passes <= r.as_of
  and (coalesce(d.issued_at, d.left_at) is null or local_day(coalesce(d.issued_at, d.left_at)) > local_day(d.passes))
union all
select 'uncontacted_open', c.process, cast(null as int), c.item, c.owner, cast(null as int), cast(local_day(c.passes) as int), cast(local_day(c.until) as int),
  cast(null as decimal(18, 2))
from contacts c cross join run r
where c.passes <= r.as_of and (c.until is null or local_day(c.until) > local_day(c.passes))
