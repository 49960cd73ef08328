-- Terminal stages: 1 those of success, 2 those of failure.
create table stage_ends as
select s.process, s.stage, min(m.ends) as ends
from milestone_stages s join milestones m on m.process = s.process and m.milestone = s.milestone
where m.ends is not null and m.condition = 'entered'
group by s.process, s.stage
