-- Fields that an item must have at a milestone, and whether it had them when it passed it.
create table required as
with passed as (
  select p.process, p.milestone, p.item, p.moment from passages p
  union all
  select o.process, o.milestone, o.item, o.moment
  from moments o join milestones m on m.process = o.process and m.milestone = o.milestone and m.funnel is null),
due as (
  select f.process, f.subject, f.field, p.item, p.moment
  from required_fields f join passed p on p.process = f.process and p.milestone = f.milestone),
told as (
  select d.process, d.subject, d.item, f.value, row_number() over (partition by d.process, d.subject, d.item
    order by f.occurred desc nulls last, f.received desc nulls last, f.seq desc nulls last, f.id_high desc nulls last, f.id_low desc nulls last) as place
  from due d join field_told f on f.item = d.item and f.field = d.field cross join run r left join repeats again on again.row_id = f.row_id
  where f.occurred <= coalesce(d.moment, r.as_of) and f.occurred < r.as_of and f.received < r.known_at and again.row_id is null)
select d.process, d.subject, d.item, i.owner, d.moment, t.item is null as missing
from due d
join process_items i on i.process = d.process and i.item = d.item
left join told t on t.process = d.process and t.subject = d.subject and t.item = d.item and t.place = 1 and t.value <> 0
