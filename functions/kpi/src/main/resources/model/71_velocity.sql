-- What velocity is made of at the end of a period, each currency apart in which something was won: how many are open, and over the 90
-- days up to then the mean amount, the win rate and the mean time from creation to success. Excluded failures are left out.
create table velocity as
with ended as (
  select o.process, o.currency, cast(local_day(o.moment) as int) as day, count(*) as closed, count_if(o.outcome = 1) as won,
    count_if(o.outcome = 1 and o.amount is not null) as priced, sum(case when o.outcome = 1 then o.amount end) as money,
    count(case when o.outcome = 1 and o.moment >= i.created then 1 end) as timed,
    sum(case when o.outcome = 1 and o.moment >= i.created then o.moment - i.created end) as millis
  from outcomes o join process_items i on i.process = o.process and i.item = o.item
  where not o.excluded and o.moment is not null
  group by o.process, o.currency, local_day(o.moment)),
began as (
  select process, min(first_at) as first_at from process_items group by process),
asked as (
  select w.process, w.currency, p.period, least(p.last_day, r.last_day) as end_day
  from (select process, currency from ended where money is not null group by process, currency) w
  join began b on b.process = w.process
  join periods p on p.plain and (p.period = 0 or p.last_day >= local_day(b.first_at))
  cross join run r),
recent as (
  select a.process, a.currency, a.period, sum(e.closed) as closed, sum(e.won) as won, sum(e.priced) as priced, sum(e.money) as money,
    sum(e.timed) as timed, sum(e.millis) as millis
  from asked a join ended e on e.process = a.process and e.currency = a.currency and e.day > a.end_day - 90 and e.day <= a.end_day
  group by a.process, a.currency, a.period),
standing as (
  select a.process, a.currency, a.period, sum(c.change) as open
  from asked a join state_changes c on c.kpi = 'open' and c.process = a.process and c.currency = a.currency and c.day <= a.end_day
  group by a.process, a.currency, a.period)
select a.process, a.currency, a.period, cast(coalesce(s.open, 0) as bigint) as open, cast(coalesce(e.closed, 0) as bigint) as closed,
  e.won, e.priced, e.money, e.timed, e.millis
from asked a
left join recent e on e.process = a.process and e.currency = a.currency and e.period = a.period
left join standing s on s.process = a.process and s.currency = a.currency and s.period = a.period
