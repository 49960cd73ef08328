-- The stages that a milestone's patterns mean, of those that occur.
create table milestone_stages as
select distinct p.process, p.milestone, s.stage
from (select distinct stage from events where stage is not null) s
join texts t on t.text_id = s.stage
join milestone_patterns p on t.text like p.pattern escape '!'
