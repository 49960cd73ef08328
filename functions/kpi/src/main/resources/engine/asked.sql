create or replace temporary table asked (
  ask int not null, kpi varchar not null, process varchar not null, subject varchar, period varchar not null, currency varchar)
