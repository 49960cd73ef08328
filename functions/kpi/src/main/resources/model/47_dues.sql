-- Deadlines as they were told one after another, a telling that changes nothing left out: the day, and the first moment that is too late
-- (both null: told that there is none). What nobody tells follows from the rules: so long after a milestone, a day of the month, an
-- invoice's terms.
create table dues as
with told as (
  select d.process, f.item, d.by_date, f.occurred as told_at, case when f.value <> 0 then moment_of(t.text) end as due,
    row_number() over (partition by d.process, f.item
      order by f.occurred nulls last, f.received nulls last, f.seq nulls last, f.id_high nulls last, f.id_low nulls last) as place
  from deadline_rules d
  join field_told f on f.field = d.field
  join process_items i on i.process = d.process and i.item = f.item
  join texts t on t.text_id = f.value
  cross join run r
  left join repeats again on again.row_id = f.row_id
  where f.occurred < r.as_of and f.received < r.known_at and again.row_id is null),
changed as (
  select process, item, by_date, told_at, due, place, tells, lag(tells) over (partition by process, item order by place nulls last) as told_before
  from (select t.*, coalesce(case when by_date then local_day(due) else due end, -1000000) as tells from told t) telling),
starts as (
  select d.process, o.item, o.moment as told_at, d.span_count, d.span_millis, d.span_working, d.by_date, d.roll
  from deadline_rules d join moments o on o.process = d.process and o.milestone = d.after_milestone
  where o.moment is not null
  union all
  select d.process, i.item, i.created, d.span_count, d.span_millis, d.span_working, true, d.roll
  from deadline_rules d join process_items i on i.process = d.process
  left join (select distinct process, item from told where due is not null) known on known.process = i.process and known.item = i.item
  where d.terms and i.created is not null and known.item is null),
counted as (
  select s.process, s.item, s.told_at, s.roll,
    case when s.span_working then worked.day else local_day(s.told_at) + s.span_count end as due_day
  from starts s
  left join days began on began.day = local_day(s.told_at)
  left join days worked on s.span_working and worked.worked and worked.worked_no = began.worked_no + s.span_count
  where s.by_date),
rolled as (
  select c.process, c.item, c.told_at, case when c.roll = 'none' then c.due_day else coalesce(target.day, c.due_day) end as due_day
  from counted c
  left join days d on d.day = c.due_day
  left join days target on target.worked and target.worked_no = d.worked_no + case when c.roll = 'next' and not d.worked then 1 else 0 end),
paydays as (
  select i.process, i.item, i.created as told_at, min(y.due_day) as due_day
  from process_items i join due_days y on y.process = i.process and y.due_day >= local_day(i.created)
  group by i.process, i.item, i.created),
all_dues as (
  select process, item, told_at, place, cast(local_day(due) as int) as due_day, case when not by_date then due + 1 end as passes
  from changed where told_before is null or told_before <> tells
  union all
  select process, item, told_at, 1, cast(due_day as int), cast(null as bigint) from rolled
  union all
  select process, item, told_at, 1, cast(due_day as int), cast(null as bigint) from paydays
  union all
  select process, item, told_at, 1,
    cast(local_day(case when span_working then working_moment(working_millis(told_at) + span_millis) else told_at + span_millis end) as int),
    case when span_working then working_moment(working_millis(told_at) + span_millis) else told_at + span_millis end + 1
  from starts where not by_date)
select a.process, a.item, a.told_at, cast(row_number() over (partition by a.process, a.item order by a.told_at nulls last, a.place nulls last) as int) as place,
  a.due_day, coalesce(a.passes, d.starts, (cast(a.due_day as bigint) + 1) * 86400000) as passes
from all_dues a left join days d on d.day = a.due_day + 1
