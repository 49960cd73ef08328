-- What customers owed at the end of the days that the ledger tells of: by our events, and by the ledger.
create table ledger_sides as
with asked as (
  select distinct b.process, b.day from ledger_balances b cross join run r where b.day <= r.last_day),
day_names as (
  select a.process, a.day, d.subject from asked a join ledger_days d on d.day = a.day)
select n.process, n.subject, b.currency, v.value as customer, b.owed as ours, cast(0 as decimal(18, 2)) as ledger
from day_names n
join processes p on p.process = n.process
join balances b on b.process = n.process and b.owed is not null and b.from_day <= n.day and (b.until_day is null or b.until_day > n.day)
  and (not p.debt_stated or b.debt_day <= n.day)
join group_fields g on g.process = n.process and g.dimension = 'customer'
left join item_fields v on v.item = b.item and v.field = g.field
union all
select n.process, n.subject, l.currency, l.customer, cast(0 as decimal(18, 2)), l.balance
from day_names n join ledger_balances l on l.process = n.process and l.day = n.day
