-- Facts that are durations.
create view timed_facts as
select * from facts_timed
union all
select * from facts_days
