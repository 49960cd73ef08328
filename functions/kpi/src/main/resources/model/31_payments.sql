-- Money that came, each once. Where an invoice is told to be paid by itself (a claim) and by payments of their own (a bank's statement),
-- both may tell the same money: equal sums are one, and any other payment is taken for money that is claimed already as far as both
-- together are more than the invoice comes to then. Each telling counts for what it adds to what is paid; of an invoice of unknown amount
-- only equal sums are one.
create table payments as
with both_ways as (
  select process, item from money_told where item is not null group by process, item having count_if(claim) > 0 and count_if(not claim) > 0),
told as (
  select m.process, m.item, m.told_of, m.pos, m.moment, m.owner, m.amount, m.currency, m.claim,
    row_number() over (partition by m.process, m.item order by m.moment nulls last, m.claim nulls last, m.amount nulls last, m.pos nulls last, m.told_of nulls last) as place,
    row_number() over (partition by m.process, m.item, m.claim, m.amount order by m.moment nulls last, m.pos nulls last, m.told_of nulls last) as nth
  from money_told m join both_ways b on b.process = m.process and b.item = m.item),
lines as (
  select t.process, t.item, t.told_of, t.pos, t.moment, t.owner, t.currency, t.place, t.amount, t.claim,
    case when o.place < t.place then t.amount else cast(0 as decimal(18, 2)) end as paired, 1 as turn, cast(null as decimal(18, 2)) as comes_to
  from told t
  left join told o on o.process = t.process and o.item = t.item and o.amount = t.amount and o.nth = t.nth and o.claim <> t.claim
  union all
  select s.process, s.item, cast(null as int), s.pos, s.occurred, cast(null as int), cast(null as int), cast(null as bigint),
    cast(0 as decimal(18, 2)), false, cast(0 as decimal(18, 2)), 0, coalesce(s.amount_now, cast(-9999999999999999.99 as decimal(18, 2)))
  from steps s join both_ways b on b.process = s.process and b.item = s.item),
ordered as (
  select l.process, l.item, l.told_of, l.pos, l.moment, l.owner, l.currency, l.amount, l.claim, l.paired, l.turn, l.comes_to,
    row_number() over (partition by l.process, l.item order by l.moment nulls last, l.turn nulls last, l.place nulls last, l.pos nulls last) as line
  from lines l),
running as (
  select process, item, told_of, pos, moment, owner, currency, turn, line,
    sum(case when claim then cast(0 as decimal(18, 2)) else amount end) over (partition by process, item order by line nulls last rows between unbounded preceding and current row) as told_apart,
    sum((case when claim then amount else cast(0 as decimal(18, 2)) end) - paired) over (partition by process, item order by line nulls last rows between unbounded preceding and current row) as claimed,
    sum(paired) over (partition by process, item order by line nulls last rows between unbounded preceding and current row) as paired,
    nullif(max_by(comes_to, case when comes_to is not null then line end) over (partition by process, item order by line nulls last rows between unbounded preceding and current row), cast(-9999999999999999.99 as decimal(18, 2))) as comes_to
  from ordered),
paid as (
  select process, item, told_of, pos, moment, owner, currency, line,
    told_apart + case when comes_to is null then claimed
      else greatest(claimed - (told_apart - paired), least(claimed, greatest(comes_to - told_apart, 0))) end as amount
  from running where turn = 1),
counted as (
  select process, item, told_of, pos, moment, owner, currency,
    cast(amount - coalesce(lag(amount) over (partition by process, item order by line nulls last), 0) as decimal(18, 2)) as amount
  from paid)
select m.process, m.item, m.told_of, m.pos, m.moment, m.owner, m.amount, m.currency
from money_told m left join both_ways b on b.process = m.process and b.item = m.item
where b.item is null
union all
select process, item, told_of, pos, moment, owner, amount, currency from counted where amount <> 0
