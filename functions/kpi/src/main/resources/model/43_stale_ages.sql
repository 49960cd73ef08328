-- How long nine of ten that ended took from creation to their outcome: what is open for longer is stale. No row where nothing ended yet.
create table stale_ages as
select o.process, cast(floor(percentile_cont(0.9) within group (order by o.moment - i.created)) as bigint) as millis
from outcomes o join process_items i on i.process = o.process and i.item = o.item
where o.moment >= i.created
group by o.process
