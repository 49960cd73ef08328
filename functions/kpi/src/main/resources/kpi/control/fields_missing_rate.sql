-- kpi: fields_missing_rate
-- ru: Как часто не заполнено обязательное поле?
-- en: How often is a required field missing?
-- formula: # items that passed the milestone without the field ÷ # items that passed it
-- formula-ru: число прошедших веху без поля ÷ число прошедших веху
-- unit: ratio
-- interval: wilson
-- edge: By the moment of passing, with the field as told by then. In a funnel a later milestone stands for it.
-- edge-ru: По моменту прохождения, поле — как известно к нему. В воронке засчитывается и более поздняя веха.
select kpi, process, subject, period, dimension, grp, currency, cast(null as varchar(8)) as clock,
  cast(hits as double) / nullif(cast(n as double), cast(0 as double)) as value, hits as numerator, n as denominator, n
from totals where kpi = 'fields_missing_rate'
