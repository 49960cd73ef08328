-- Cells a day, a dimension and a group; dimension null: everybody.
create table cells as
with grouped as (
  select kpi, process, subject, day, prior_day, cast(null as varchar(64)) as dimension, cast(null as int) as grp, currency,
    sum(n) as n, sum(hits) as hits, sum(total) as total, sum(hits_total) as hits_total
  from base_cells group by kpi, process, subject, day, prior_day, currency
  union all
  select kpi, process, subject, day, prior_day, 'owner', owner, currency, sum(n), sum(hits), sum(total), sum(hits_total)
  from base_cells where kpi <> 'items_with' group by kpi, process, subject, day, prior_day, owner, currency
  union all
  select kpi, process, subject, day, prior_day, 'stage', stage, currency, sum(n), sum(hits), sum(total), sum(hits_total)
  from base_cells where kpi in ('open', 'failed', 'removed', 'stale_open', 'loss_reasons', 'loss_reasons_amount') group by kpi, process, subject, day, prior_day, stage, currency
  union all
  select kpi, process, subject, day, prior_day, dimension, grp, currency, n, hits, total, hits_total from field_cells)
select case when kpi = 'stage_events' then 'events' else kpi end as kpi, process, subject, day, prior_day, dimension, grp, currency, n, hits, total, hits_total
from grouped where kpi <> 'stage_events' or subject is not null
union all
select 'events', process, cast(null as int), day, prior_day, dimension, grp, currency, sum(n), sum(hits), sum(total), sum(hits_total)
from grouped where kpi = 'stage_events' group by process, day, prior_day, dimension, grp, currency
