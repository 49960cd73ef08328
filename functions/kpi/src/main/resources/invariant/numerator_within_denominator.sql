-- A numerator is never greater than its denominator, and no count is negative.
select kpi, process, subject, period, hits, n from totals where hits > n or n < 0 or hits < 0
