-- Entries after which a task was to be set, and whether it was in time; those whose time has not run out are not judged yet.
create table tasks_set as
with entries as (
  select o.process, o.item, o.moment, o.owner, m.subject,
    case when t.working then working_moment(working_millis(o.moment) + t.millis) else o.moment + t.millis end + 1 as passes
  from task_rules t
  join occurrences o on o.process = t.process and o.milestone = t.milestone
  join milestones m on m.process = o.process and m.milestone = o.milestone
  where o.moment is not null),
set_tasks as (
  select l.parent as item, b.created
  from births b
  join links l on l.item = b.item
  join items i on i.item = b.item
  join texts t on t.text_id = i.item_type and t.text = 'task'),
judged as (
  select e.process, e.subject, e.item, e.owner, e.moment, e.passes, count(s.created) as tasks
  from entries e
  left join set_tasks s on s.item = e.item and s.created >= e.moment and s.created < e.passes
  group by e.process, e.subject, e.item, e.owner, e.moment, e.passes)
select j.process, j.subject, j.item, j.owner, j.moment, j.tasks > 0 as in_time
from judged j cross join run r
where j.tasks > 0 or j.passes <= r.as_of
