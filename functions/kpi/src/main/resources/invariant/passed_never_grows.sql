-- Under funnel-skips: count passed never grows along the funnel.
select a.process, a.period, a.subject, a.n as passed, b.n as passed_before
from totals a
join processes p on p.process = a.process and not p.strict
join milestones m on m.process = a.process and m.subject = a.subject and m.funnel > 0
join milestones k on k.process = m.process and k.funnel = m.funnel - 1
join totals b on b.kpi = 'passed' and b.process = a.process and b.subject = k.subject and b.period = a.period and b.dimension is null
where a.kpi = 'passed' and a.dimension is null and a.n > b.n
