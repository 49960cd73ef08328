-- From each boundary to the next: a visit of a stage (entry), or an absence from the process.
-- outcome_after: 1 succeeded, 2 failed, else open. It is the last outcome; a `moved` or `restored` event into a stage that ends nothing
-- reopens, but not in process logs. Restoring an item into the stage it was deleted from is no new outcome.
-- dated: the entry happened when its event did, rather than some time before the item was first seen.
create table spans as
with marked as (
  select b.*, case
      when not b.entry then null
      when b.ends is not null then case when b.kind = 'restored' and b.stage = b.stage_prior then null else b.ends end
      when b.kind in ('moved', 'restored') and not b.new_visit then 0 end as mark
  from boundaries b)
select process, item, kind, entry, stage, stage_prior, occurred as entered, owner, amount, currency, new_visit, ends, mark,
  kind in ('created', 'moved', 'restored') or new_visit or stage_prior is not null as dated,
  cast(row_number() over (partition by process, item order by pos nulls last) as int) as place,
  lead(occurred) over (partition by process, item order by pos nulls last) as left_at,
  lead(entry) over (partition by process, item order by pos nulls last) as moved_on,
  lead(stage) over (partition by process, item order by pos nulls last) as stage_next,
  lead(owner) over (partition by process, item order by pos nulls last) as owner_next,
  coalesce(max_by(mark, case when mark is not null then pos end) over (partition by process, item order by pos nulls last
    rows between unbounded preceding and current row), 0) as outcome_after
from marked
