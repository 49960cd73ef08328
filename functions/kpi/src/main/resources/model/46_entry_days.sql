-- Visits of a stage that the item had entered before, with the day of the entry before: an item counts once a period.
create table repeat_entries as
with again as (
  select process, item, stage from visits group by process, item, stage having count(*) > 1)
select v.process, v.item, v.place,
  lag(case when v.dated then local_day(v.entered) else -1000000 end) over (partition by v.process, v.item, v.stage order by v.place nulls last) as prior_day
from visits v join again a on a.process = v.process and a.item = v.item and a.stage = v.stage
