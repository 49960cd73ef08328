-- What somebody has to do at as-of, one row an item a reason: each a state that a KPI counts and that still lasts, or a required field that was
-- missing and still is. since: from when it was called for; passes: the first moment that was too late (null: it has no deadline).
-- What has no owner is its parent's owner's. Fields are asked for of what is open and, for 30 days, of what ended by the milestone that needs them.
create view acts as
with lasting as (
  select kpi, process, subject, item, owner, currency, money from state_spans where until_day is null),
found as (
  select 'invoice_not_issued' as reason, s.process, cast(null as int) as subject, s.item, s.owner, d.called_at as since, d.passes, i.amount, i.currency
  from lasting s
  join demands d on d.process = s.process and d.item = s.item
  left join process_items i on i.process = d.parent_process and i.item = d.item
  where s.kpi = 'issued_on_time_rate'
  union all
  select 'invoice_overdue', s.process, cast(null as int), s.item, s.owner, c.issued_at, d.passes, s.money, s.currency
  from lasting s
  join ageing_edges e on e.process = s.process and e.subject = s.subject and e.first_day is not null
  join claims c on c.process = s.process and c.item = s.item
  join deadlines d on d.process = s.process and d.item = s.item
  where s.kpi = 'ageing'
  union all
  select 'deadline_passed', s.process, cast(null as int), s.item, s.owner, d.told_at, d.passes, i.amount, i.currency
  from lasting s
  join processes p on p.process = s.process and not p.invoice
  join deadlines d on d.process = s.process and d.item = s.item
  left join process_items i on i.process = s.process and i.item = s.item
  where s.kpi = 'overdue_open'
  union all
  select 'target_passed', s.process, s.subject, s.item, s.owner, v.started, x.passes, i.amount, i.currency
  from lasting s
  join interval_targets x on x.process = s.process and x.subject = s.subject and x.item = s.item
  join interval_runs v on v.process = s.process and v.subject = s.subject and v.item = s.item
  left join process_items i on i.process = s.process and i.item = s.item
  where s.kpi = 'interval_overdue_open'
  union all
  select 'no_contact', s.process, cast(null as int), s.item, s.owner, c.since, c.passes, i.amount, i.currency
  from lasting s
  join contacts c on c.process = s.process and c.item = s.item and c.until is null
  left join process_items i on i.process = s.process and i.item = s.item
  where s.kpi = 'uncontacted_open'
  union all
  select 'field_missing', q.process, q.subject, q.item, q.owner, q.moment, cast(null as bigint), i.amount, i.currency
  from required q
  cross join run r
  join required_fields f on f.process = q.process and f.subject = q.subject
  join milestones m on m.process = f.process and m.milestone = f.milestone
  join process_items i on i.process = q.process and i.item = q.item and i.here
  left join outcomes o on o.process = q.process and o.item = q.item
  left join item_fields v on v.item = q.item and v.field = f.field
  where q.missing and v.item is null and (o.item is null or (m.ends = o.outcome and q.moment >= r.as_of - cast(2592000000 as bigint))))
select f.reason, f.process, f.subject, f.item, coalesce(f.owner, h.owner) as owner, f.since, f.passes, f.amount,
  case when f.amount is not null then coalesce(f.currency, r.currency) end as currency
from found f
cross join run r
left join links l on l.item = f.item
left join (select item, max(owner) as owner from process_items group by item) h on h.item = l.parent
