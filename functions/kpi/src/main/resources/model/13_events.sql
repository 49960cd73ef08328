-- Every change once, in order, with the state that it leaves its item in: what the event tells or, where it does not, what
-- was told last before it. Told empty (text 0) is empty.
create table events as
with once as (
  select k.item, k.item_type, k.source, k.kind, k.occurred, k.received, k.seq, k.id_high, k.id_low,
    nullif(coalesce(k.stage, h.stage), 0) as stage,
    case when k.kind not in ('deleted', 'merged') then nullif(coalesce(k.stage, h.stage), 0) end as stage_told,
    coalesce(k.pipeline, h.pipeline) as pipeline, coalesce(k.owner, h.owner) as owner,
    case when k.kind <> 'paid' then coalesce(k.currency, h.currency) end as currency,
    case when k.kind = 'paid' then k.amount end as paid, case when k.kind = 'paid' then coalesce(k.currency, h.currency) end as paid_currency,
    case when k.amount_told then coalesce(k.amount, cast(-9999999999999999.99 as decimal(18, 2)))
      when h.amount_told then coalesce(h.amount, cast(-9999999999999999.99 as decimal(18, 2))) end as amount,
    case when k.kind in ('deleted', 'merged') then true when k.kind in ('restored', 'moved') then false end as gone
  from known k
  left join repeats r on r.row_id = k.row_id
  left join twins dropped on dropped.hook_row = k.row_id
  left join twins kept on kept.api_row = k.row_id
  left join told h on h.row_id = kept.hook_row
  where r.row_id is null and dropped.hook_row is null),
placed as (
  select item, item_type, source, kind, occurred, received, stage, stage_told, pipeline, owner, currency, paid, paid_currency, amount, gone,
    cast(row_number() over (partition by item order by occurred nulls last, received nulls last, seq nulls last, id_high nulls last, id_low nulls last) as int) as pos
  from once)
select item, item_type, source, kind, occurred, received, stage, paid, paid_currency, pos,
  lead(item) over (partition by item order by pos nulls last) is null as latest,
  max_by(stage_told, case when stage_told is not null then pos end) over (partition by item order by pos nulls last rows between unbounded preceding and current row) as stage_now,
  max_by(stage_told, case when stage_told is not null then pos end) over (partition by item order by pos nulls last rows between unbounded preceding and 1 preceding) as stage_prior,
  nullif(max_by(owner, case when owner is not null then pos end) over (partition by item order by pos nulls last rows between unbounded preceding and current row), 0) as owner_now,
  coalesce(nullif(owner, 0) <> max_by(owner, case when owner <> 0 then pos end) over (partition by item order by pos nulls last rows between unbounded preceding and 1 preceding), false) as handed_over,
  max_by(pipeline, case when pipeline is not null then pos end) over (partition by item order by pos nulls last rows between unbounded preceding and current row) as pipeline_now,
  max_by(pipeline, case when pipeline is not null then pos end) over (partition by item order by pos nulls last rows between unbounded preceding and 1 preceding) as pipeline_prior,
  nullif(max_by(currency, case when currency is not null then pos end) over (partition by item order by pos nulls last rows between unbounded preceding and current row), 0) as currency_now,
  nullif(max_by(amount, case when amount is not null then pos end) over (partition by item order by pos nulls last rows between unbounded preceding and current row), cast(-9999999999999999.99 as decimal(18, 2))) as amount_now,
  coalesce(max_by(gone, case when gone is not null then pos end) over (partition by item order by pos nulls last rows between unbounded preceding and current row), false) as gone_now,
  coalesce(max_by(gone, case when gone is not null then pos end) over (partition by item order by pos nulls last rows between unbounded preceding and 1 preceding), false) as gone_prior
from placed
