-- Items that came to the base of their rework, and how often they were sent back after it was first reached. The entry that reaches the
-- base is no rework, nor is the stage that an item is created in.
create table rework as
with bases as (
  select v.process, v.item, min(v.place) as place, cast(null as bigint) as moment
  from rework_rules r
  join milestones m on m.process = r.process and m.milestone = r.base_milestone and m.condition = 'entered'
  join milestone_stages s on s.process = m.process and s.milestone = m.milestone
  join visits v on v.process = s.process and v.stage = s.stage
  group by v.process, v.item
  union all
  select o.process, o.item, case when m.condition = 'created' then 1 else 0 end, min(coalesce(o.moment, 0))
  from rework_rules r
  join milestones m on m.process = r.process and m.milestone = r.base_milestone and m.condition <> 'entered'
  join occurrences o on o.process = m.process and o.milestone = m.milestone
  group by o.process, o.item, m.condition),
sent_back as (
  select v.process, v.item, v.place, v.entered
  from rework_stages s join visits v on v.process = s.process and v.stage = s.stage)
select b.process, b.item, count(x.item) as entries
from bases b
left join sent_back x on x.process = b.process and x.item = b.item and x.place > b.place and (b.moment is null or x.entered >= b.moment)
group by b.process, b.item
