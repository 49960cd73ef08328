-- One row an item that was ever in the process, with its state at as-of.
create table process_items as
select s.process, s.item, b.created, b.owner as owner_created, s.first_at, s.last_at, s.here, s.stage, s.owner, s.amount, s.currency, s.handovers
from (
  select process, item, min(case when here or was_here then occurred end) as first_at, max(case when here or was_here then occurred end) as last_at,
    max(case when latest and here then 1 else 0 end) = 1 as here, max(case when latest then stage_now end) as stage,
    max(case when latest then owner_now end) as owner, max(case when latest then amount_now end) as amount,
    max(case when latest then currency_now end) as currency, cast(count_if(handed_over and (here or was_here)) as int) as handovers
  from steps
  group by process, item
  having count_if(here) > 0) s
left join births b on b.item = s.item
