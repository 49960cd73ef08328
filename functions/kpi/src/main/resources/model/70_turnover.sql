-- What was owed at both ends of a period and what was invoiced in it and in the 90 days up to its end, each currency apart.
create table turnover as
with invoiced as (
  select process, currency, day, sum(total) as money from base_cells where kpi = 'invoiced' group by process, currency, day),
flows as (
  select t.process, t.period, t.currency, p.name, p.first_day, least(p.last_day, r.last_day) as end_day, coalesce(t.total, 0) as invoiced
  from totals t join periods p on p.period = t.period cross join run r
  where t.kpi = 'invoiced' and t.dimension is null),
recent as (
  select f.process, f.period, f.currency, sum(i.money) as money
  from flows f join invoiced i on i.process = f.process and i.currency = f.currency and i.day > f.end_day - 90 and i.day <= f.end_day
  group by f.process, f.period, f.currency),
owed as (
  select s.process, s.currency, s.end_day, sum(case when s.kpi = 'outstanding' then s.total end) as outstanding,
    sum(case when s.kpi = 'ageing' and e.first_day is null then s.total end) as not_due, sum(case when s.kpi = 'debt' then s.total end) as debt,
    sum(case when s.kpi = 'debt_not_due' then s.total end) as debt_not_due
  from state_totals s left join ageing_edges e on e.process = s.process and e.subject = s.subject
  where s.dimension is null and s.kpi in ('outstanding', 'ageing', 'debt', 'debt_not_due')
  group by s.process, s.currency, s.end_day)
select f.process, f.period, f.currency, f.name not like '%W%' and f.name <> 'all' as dated, f.invoiced,
  coalesce(b.outstanding, 0) as begun, coalesce(o.outstanding, 0) as outstanding, coalesce(o.not_due, 0) as outstanding_not_due,
  case when p.debt_stated then coalesce(o.debt, 0) else coalesce(o.outstanding, 0) end as owed,
  case when p.debt_stated then coalesce(o.debt_not_due, 0) else coalesce(o.not_due, 0) end as not_due, coalesce(n.money, 0) as invoiced_90
from flows f
join processes p on p.process = f.process
left join recent n on n.process = f.process and n.period = f.period and n.currency = f.currency
left join owed o on o.process = f.process and o.currency = f.currency and o.end_day = f.end_day
left join owed b on b.process = f.process and b.currency = f.currency and b.end_day = f.first_day - 1
