-- Entries into stages and leavings of the process. Naming the stage an item stands in is an entry in process logs only.
create table boundaries as
select s.process, s.item, s.pos, s.kind, s.occurred, s.here as entry, case when s.here then s.stage_now end as stage, s.stage_prior,
  s.owner_now as owner, s.amount_now as amount, s.currency_now as currency, s.new_visit, e.ends
from steps s
left join stage_ends e on e.process = s.process and e.stage = s.stage_now and s.here
where (s.here and not s.was_here) or (s.was_here and not s.here)
  or (s.here and s.stage is not null and (s.stage_prior is null or s.stage <> s.stage_prior or s.new_visit))
