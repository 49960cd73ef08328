-- The stages whose entry sends an item back, of those that occur.
create table rework_stages as
select distinct p.process, s.stage
from (select distinct stage from events where stage is not null) s
join texts t on t.text_id = s.stage
join rework_patterns p on t.text like p.pattern escape '!'
