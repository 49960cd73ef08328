-- From one contact to the next while an item stands in stages where it is to be touched, the entry into them being the first. passes: the
-- first moment that is too late; until: the next contact, the leaving of these stages or the outcome. A task done for the item touches it, be it
-- opened again later.
create table contacts as
with watched as (
  select distinct p.process, s.stage
  from (select distinct stage from events where stage is not null) s
  join texts t on t.text_id = s.stage
  join contact_patterns p on t.text like p.pattern escape '!'),
followed as (
  select distinct v.process, v.item from visits v join watched w on w.process = v.process and w.stage = v.stage),
touches as (
  select e.item, e.occurred as moment from events e where e.kind = 'contacted'
  union
  select l.parent, s.entered
  from spans s
  join links l on l.item = s.item
  join items i on i.item = s.item
  join texts t on t.text_id = i.item_type and t.text = 'task'
  where s.mark = 1 and s.dated
  union
  select l.parent, o.moment
  from outcomes o
  join links l on l.item = o.item
  join items i on i.item = o.item
  join texts t on t.text_id = i.item_type and t.text = 'task'
  where o.outcome = 1 and o.moment is not null),
lines as (
  select f.process, f.item, s.entered as moment, s.place, s.entry and w.stage is not null as inside, false as touch
  from followed f
  join spans s on s.process = f.process and s.item = f.item
  left join watched w on w.process = s.process and w.stage = s.stage
  union all
  select f.process, f.item, t.moment, 2000000000, cast(null as boolean), true
  from followed f join touches t on t.item = f.item),
placed as (
  select process, item, moment, inside, touch,
    row_number() over (partition by process, item order by moment nulls last, place nulls last) as turn
  from lines),
seen as (
  select process, item, moment, touch, turn,
    max_by(inside, case when inside is not null then turn end) over (partition by process, item order by turn nulls last rows between unbounded preceding and current row) as inside,
    max_by(inside, case when inside is not null then turn end) over (partition by process, item order by turn nulls last rows between unbounded preceding and 1 preceding) as inside_before
  from placed),
turns as (
  select process, item, moment, inside, lead(moment) over (partition by process, item order by turn nulls last) as until
  from seen
  where case when inside then touch or not coalesce(inside_before, false) else inside_before end)
select t.process, t.item, t.moment as since, case when o.moment < t.until or t.until is null then coalesce(o.moment, t.until) else t.until end as until, i.owner,
  case when c.working then working_moment(working_millis(t.moment) + c.millis) else t.moment + c.millis end + 1 as passes
from turns t
join contact_rules c on c.process = t.process
join process_items i on i.process = t.process and i.item = t.item
left join outcomes o on o.process = t.process and o.item = t.item
where t.inside and (o.moment is null or o.moment > t.moment)
