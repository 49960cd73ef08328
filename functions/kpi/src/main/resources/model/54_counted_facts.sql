-- Facts of which days are summed up.
create view counted_facts as
select * from facts_outcomes
union all
select * from facts_flow
union all
select * from facts_funnel
union all
select * from facts_intervals
union all
select * from facts_targets
union all
select * from facts_reasons
union all
select * from facts_rework
union all
select * from facts_owners
union all
select * from facts_deadlines
union all
select * from facts_receivables
union all
select * from facts_control
