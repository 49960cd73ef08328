-- The events of a process's items: whether each leaves its item in the process (here), and finds it there (was_here). An item is in it
-- while it is neither deleted nor merged nor in another pipeline.
create view steps as
select p.process, e.item, e.pos, e.latest, e.kind, e.occurred, e.stage, e.stage_now, e.stage_prior, e.owner_now, e.handed_over, e.amount_now,
  e.currency_now, coalesce(p.new_visit, e.source = 'xes') as new_visit,
  not e.gone_now and (p.any_pipeline or pipeline_now.process is not null) as here,
  e.pos > 1 and not e.gone_prior and (p.any_pipeline or pipeline_prior.process is not null) as was_here
from events e
join processes p on p.item_type = e.item_type and (p.source is null or p.source = e.source)
left join process_pipelines pipeline_now on pipeline_now.process = p.process and pipeline_now.pipeline = e.pipeline_now
left join process_pipelines pipeline_prior on pipeline_prior.process = p.process and pipeline_prior.pipeline = e.pipeline_prior
