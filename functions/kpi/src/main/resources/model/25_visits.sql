-- Visits of stages. Of an item begun before history the first one is left-truncated: its beginning is not known.
create view visits as
select s.*, b.item is null and s.stage_prior is null as truncated
from spans s left join births b on b.item = s.item
where s.entry and s.stage is not null
