select event_id, account, source, via, item_type, item_id, parent_type, parent_id, kind, pipeline, stage, stage_before, owner, actor,
  customer_id, customer_name, cast(amount as decimal(18, 2)) as amount, currency, cast(epoch_ms(due_at) as varchar) as due_at,
  epoch_ms(occurred_at) as occurred_at, epoch_ms(received_at) as received_at, seq, fields
from read_parquet($file)
