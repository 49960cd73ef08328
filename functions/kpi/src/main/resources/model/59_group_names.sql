-- The groups that are named; those beyond the limit, by number of facts, are summed up as *other (text 1).
create table group_names as
select c.process, c.dimension, c.grp,
  case when row_number() over (partition by c.process, c.dimension order by c.n desc nulls last, t.text nulls last) <= r.group_limit
    then c.grp else 1 end as named
from (select process, dimension, grp, sum(n) as n from cells where dimension is not null and grp is not null group by process, dimension, grp) c
join texts t on t.text_id = c.grp
cross join run r
