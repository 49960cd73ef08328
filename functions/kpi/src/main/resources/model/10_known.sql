-- What was known: events that happened before as-of and were durable here before known-at, both exclusive.
create view known as
select t.*
from told t cross join run r
where t.occurred < r.as_of and t.received < r.known_at
