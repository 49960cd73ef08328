-- kpi: overdue
-- ru: Сколько просрочено?
-- en: How much is overdue?
-- formula: Σ ageing but not_due
-- formula-ru: Σ корзин просрочки, кроме тех, чей срок не наступил (ageing без not_due)
-- unit: money
-- edge: At the end of the period or at as-of.
-- edge-ru: На конец периода или на дату отчёта.
select 'overdue' as kpi, t.process, cast(null as int) as subject, t.period, t.dimension, t.grp, t.currency, cast(null as varchar(8)) as clock,
  cast(coalesce(sum(case when e.first_day is not null then t.total end), 0) as decimal(18, 2)) as value,
  cast(null as bigint) as numerator, cast(null as bigint) as denominator,
  cast(sum(case when e.first_day is not null then t.n else 0 end) as bigint) as n
from totals t join ageing_edges e on e.process = t.process and e.subject = t.subject
where t.kpi = 'ageing'
group by t.process, t.period, t.dimension, t.grp, t.currency
