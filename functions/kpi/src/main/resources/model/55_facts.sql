-- The one view that every figure is an aggregate of: one row an item a figure, at the local day that decides its period (-1000000: all
-- time only), with the owner whose fact it is. prior_day: the item was counted for it on that day already. Times in milliseconds.
create view facts as
select * from counted_facts
union all
select * from timed_facts
union all
select * from facts_states
