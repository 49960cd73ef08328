-- Money as it was told: of the invoice itself (a claim: a CRM's mark, 1C's day of payment), of an item that hangs on one, or matched to
-- one (allocations, which may leave a rest).
-- Money in another currency than the invoice's, and money that pays no invoice, has none (item is null): it belongs to the first
-- invoice process.
create table money_told as
with paid as (
  select item, item_type, pos, occurred, owner_now as owner, paid as amount, paid_currency as currency from events where paid is not null),
payable as (
  select i.process, i.item, coalesce(i.currency, r.currency) as currency
  from process_items i join processes p on p.process = i.process and p.money cross join run r),
claimed as (
  select d.item as told_of, d.pos, i.process, i.item, i.currency
  from paid d join payable i on i.item = d.item
  union all
  select d.item, d.pos, i.process, i.item, i.currency
  from paid d join links l on l.item = d.item and l.parent <> d.item join payable i on i.item = l.parent),
matched as (
  select told_of, pos, cast(sum(amount) as decimal(18, 2)) as amount from allocations group by told_of, pos)
select coalesce(c.process, loose.process) as process, case when d.currency is null or d.currency = c.currency then c.item end as item,
  d.item as told_of, d.pos, d.occurred as moment, d.owner, cast(d.amount - coalesce(m.amount, 0) as decimal(18, 2)) as amount,
  coalesce(d.currency, c.currency, r.currency) as currency, coalesce(c.item = d.item, false) as claim
from paid d
left join claimed c on c.told_of = d.item and c.pos = d.pos
left join matched m on m.told_of = d.item and m.pos = d.pos
cross join run r
left join (select min(process) as process from processes where invoice) loose on c.process is null
where (c.process is not null or loose.process is not null) and (m.amount is null or m.amount <> d.amount)
union all
select i.process, a.item, d.item, d.pos, d.occurred, d.owner, a.amount, i.currency, false
from allocations a
join paid d on d.item = a.told_of and d.pos = a.pos
join payable i on i.item = a.item
