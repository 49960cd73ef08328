-- The milestones of the funnel that an item passed: reached themselves or, unless skips are strict, by a later one.
create table passages as
select o.process, m.milestone, o.item, min(o.moment) as moment
from moments o
join milestones reached on reached.process = o.process and reached.milestone = o.milestone and reached.funnel is not null
join processes p on p.process = o.process
join milestones m on m.process = o.process and m.funnel is not null
  and (m.funnel = reached.funnel or (not p.strict and m.funnel < reached.funnel))
group by o.process, m.milestone, o.item
