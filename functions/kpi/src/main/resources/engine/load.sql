-- A registered Arrow stream can be read once (duckdb/duckdb#19040), so it becomes a table at once.
create or replace temp table stream as
select (select coalesce(max(row_id), 0) from told) + row_number() over () as row_id,
  event_id, source, via, item_type, item_id, kind, pipeline, stage, stage_before, owner, amount, currency,
  epoch_ms(occurred_at) as occurred, epoch_ms(received_at) as received, seq, fields,
  parent_type, parent_id, customer_id, customer_name, epoch_ms(due_at) as due
from feed;

insert into texts
with distinct_texts as (
  select item_type as text from stream union select pipeline from stream union select stage from stream
  union select stage_before from stream union select owner from stream union select currency from stream
  union select parent_type from stream)
select (select max(text_id) from texts) + row_number() over (order by text), text
from distinct_texts d
where text is not null and not exists (select 1 from texts t where t.text = d.text);

insert into items
select (select coalesce(max(item), 0) from items) + row_number() over (), n.item_type, n.item_id
from (select distinct t.text_id as item_type, s.item_id from stream s join texts t on t.text = s.item_type) n
where not exists (select 1 from items i where i.item_type = n.item_type and i.item_id = n.item_id);

insert into told
select s.row_id,
  cast(cast(cast('0x' || substr(s.event_id, 1, 16) as ubigint) as hugeint) - 9223372036854775808 as bigint),
  cast(cast(cast('0x' || substr(s.event_id, 17, 16) as ubigint) as hugeint) - 9223372036854775808 as bigint),
  i.item, i.item_type, cast(s.source as event_source), cast(s.via as event_via), cast(s.kind as event_kind),
  pipeline.text_id, stage.text_id, stage_before.text_id, owner.text_id, s.amount,
  s.kind <> 'paid' and (s.amount is not null or coalesce(s.fields like '%"amount":""%', false)), currency.text_id,
  s.occurred, s.received, s.seq
from stream s
join texts item_type on item_type.text = s.item_type
join items i on i.item_type = item_type.text_id and i.item_id = s.item_id
left join texts pipeline on pipeline.text = s.pipeline
left join texts stage on stage.text = s.stage
left join texts stage_before on stage_before.text = s.stage_before
left join texts owner on owner.text = s.owner
left join texts currency on currency.text = s.currency;

-- What an event tells in a column of its own it does not tell in a custom field as well.
create or replace temp table stream_fields as
select v.row_id, f.field, v.texts[p.place] as value
from (select row_id, item_type, due, customer_id, customer_name, named_texts(fields) as texts from stream where fields is not null) v
cross join named_paths p
join named_fields f on f.path = p.path and (f.item_type is null or f.item_type = v.item_type)
left join named_fields c on c.field = f.field and not c.path like '$%'
where v.texts[p.place] is not null
  and case c.path when 'due_at' then v.due is null when 'customer_id' then v.customer_id is null when 'customer_name' then v.customer_name is null else true end
union all
select s.row_id, f.field, case f.path when 'due_at' then cast(s.due as varchar) when 'customer_id' then s.customer_id else s.customer_name end
from stream s join named_fields f on f.item_type = s.item_type
where case f.path when 'due_at' then s.due is not null when 'customer_id' then s.customer_id is not null
  when 'customer_name' then s.customer_name is not null else false end;

insert into parent_told
select e.item, t.text_id, s.parent_id, e.occurred, e.received, e.seq, e.id_high, e.id_low, e.row_id
from stream s
join told e on e.row_id = s.row_id
join texts t on t.text = s.parent_type
where s.parent_id is not null;

insert into texts
select (select max(text_id) from texts) + row_number() over (order by value), value
from (select distinct value from stream_fields) d
where not exists (select 1 from texts t where t.text = d.value);

insert into field_told
select e.item, f.field, t.text_id, e.occurred, e.received, e.seq, e.id_high, e.id_low, e.row_id
from stream_fields f
join told e on e.row_id = f.row_id
join texts t on t.text = f.value;

drop table stream_fields;

drop table stream;
