-- Every time an item came to a milestone; moment is null where it was there before it was first seen.
create table occurrences as
select i.process, m.milestone, i.item, i.created as moment, i.owner_created as owner
from process_items i join milestones m on m.process = i.process and m.condition = 'created'
where i.created is not null
union all
select v.process, s.milestone, v.item, case when v.dated then v.entered end as moment, v.owner
from visits v
join milestone_stages s on s.process = v.process and s.stage = v.stage
join milestones m on m.process = s.process and m.milestone = s.milestone and m.condition = 'entered'
union all
select v.process, s.milestone, v.item, v.left_at as moment, v.owner_next as owner
from visits v
join milestone_stages s on s.process = v.process and s.stage = v.stage
join milestones m on m.process = s.process and m.milestone = s.milestone and m.condition = 'left'
left join milestone_stages onward on onward.process = s.process and onward.milestone = s.milestone and onward.stage = v.stage_next
where v.moved_on and v.stage_next is not null and onward.stage is null
union all
select i.process, m.milestone, i.item, moment_of(t.text) as moment, i.owner
from process_items i
join milestones m on m.process = i.process and m.condition = 'field'
join item_fields f on f.item = i.item and f.field = m.field
join texts t on t.text_id = f.value
cross join run r
where moment_of(t.text) < r.as_of
union all
select l.process, m.milestone, l.item, l.since as moment, l.owner
from ledger l
join milestones m on m.process = l.process and m.condition = 'paid'
left join (select process, item, max(place) as place from ledger where not settled group by process, item) owed
  on owed.process = l.process and owed.item = l.item
where l.settled and l.place = coalesce(owed.place, 0) + 1
