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
  where r.row_id is null and dropped.hook_row is null)
select item, item_type, source, kind, occurred, received, stage, paid, paid_currency,
  cast(row_number() over (partition by item order by occurred nulls last, received nulls last, seq nulls last, id_high nulls last, id_low nulls last) as int) as pos,
  lead(item) over (partition by item order by occurred nulls last, received nulls last, seq nulls last, id_high nulls last, id_low nulls last) is null as latest,
  last(stage_told ignore nulls) over (partition by item order by occurred nulls last, received nulls last, seq nulls last, id_high nulls last, id_low nulls last rows between unbounded preceding and current row) as stage_now,
  last(stage_told ignore nulls) over (partition by item order by occurred nulls last, received nulls last, seq nulls last, id_high nulls last, id_low nulls last rows between unbounded preceding and 1 preceding) as stage_prior,
  nullif(last(owner ignore nulls) over (partition by item order by occurred nulls last, received nulls last, seq nulls last, id_high nulls last, id_low nulls last rows between unbounded preceding and current row), 0) as owner_now,
  coalesce(nullif(owner, 0) <> last(nullif(owner, 0) ignore nulls) over (partition by item order by occurred nulls last, received nulls last, seq nulls last, id_high nulls last, id_low nulls last rows between unbounded preceding and 1 preceding), false) as handed_over,
  last(pipeline ignore nulls) over (partition by item order by occurred nulls last, received nulls last, seq nulls last, id_high nulls last, id_low nulls last rows between unbounded preceding and current row) as pipeline_now,
  last(pipeline ignore nulls) over (partition by item order by occurred nulls last, received nulls last, seq nulls last, id_high nulls last, id_low nulls last rows between unbounded preceding and 1 preceding) as pipeline_prior,
  nullif(last(currency ignore nulls) over (partition by item order by occurred nulls last, received nulls last, seq nulls last, id_high nulls last, id_low nulls last rows between unbounded preceding and current row), 0) as currency_now,
  nullif(last(amount ignore nulls) over (partition by item order by occurred nulls last, received nulls last, seq nulls last, id_high nulls last, id_low nulls last rows between unbounded preceding and current row), cast(-9999999999999999.99 as decimal(18, 2))) as amount_now,
  coalesce(last(gone ignore nulls) over (partition by item order by occurred nulls last, received nulls last, seq nulls last, id_high nulls last, id_low nulls last rows between unbounded preceding and current row), false) as gone_now,
  coalesce(last(gone ignore nulls) over (partition by item order by occurred nulls last, received nulls last, seq nulls last, id_high nulls last, id_low nulls last rows between unbounded preceding and 1 preceding), false) as gone_prior
from once
