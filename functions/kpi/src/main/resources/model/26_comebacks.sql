-- By days, the spans of the items that left the running and came back, or were paid for all that: what lasts over it is cut at them.
create table comebacks as
select s.process, s.item, s.entry, s.outcome_after, cast(local_day(s.entered) as int) as from_day, cast(local_day(s.left_at) as int) as until_day
from spans s
join (
  select distinct x.process, x.item
  from spans x join processes p on p.process = x.process
  where (x.left_at is not null or p.money) and (not x.entry or x.outcome_after <> 0)
    and x.process in (select process from deadline_rules union select parent_process from parents)) b on b.process = s.process and b.item = s.item
