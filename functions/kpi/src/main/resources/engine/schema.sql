create type event_kind as enum ('created', 'moved', 'assigned', 'changed', 'paid', 'contacted', 'deleted', 'restored', 'merged');
create type event_source as enum ('amocrm', 'bitrix24', 'onec', 'http', 'csv', 'xes');
create type event_via as enum ('api', 'file', 'hook');

create table texts (text_id int not null, text varchar not null);
insert into texts values (0, ''), (1, '*other'), (2, '*none');

create table items (item int not null, item_type int not null, item_id varchar not null);

create table told (
  row_id bigint not null, id_high bigint not null, id_low bigint not null, item int not null, item_type int not null,
  source event_source not null, via event_via not null, kind event_kind not null,
  pipeline int, stage int, stage_before int, owner int, amount decimal(18, 2), amount_told boolean not null, currency int,
  occurred bigint not null, received bigint not null, seq bigint not null);

create table parent_told (
  item int not null, parent_type int not null, parent_id varchar not null,
  occurred bigint not null, received bigint not null, seq bigint not null, id_high bigint not null, id_low bigint not null, row_id bigint not null);

create table field_told (
  item int not null, field int not null, value int not null,
  occurred bigint not null, received bigint not null, seq bigint not null, id_high bigint not null, id_low bigint not null, row_id bigint not null);

create table run (as_of bigint not null, known_at bigint not null, last_day int not null, currency int not null, working boolean not null, group_limit int not null);
create table periods (period int not null, name varchar not null, first_day int not null, last_day int not null, plain boolean not null, grouped boolean not null);

create table days (day int not null, starts bigint not null, worked boolean not null, worked_no int not null);

create table named_fields (field int not null, item_type varchar, path varchar not null);
create table named_paths (place int not null, path varchar not null);
create table processes (
  process int not null, name varchar not null, item_type int not null, source event_source, any_pipeline boolean not null,
  strict boolean not null, new_visit boolean, within_millis bigint, within_working boolean not null,
  money boolean not null, invoice boolean not null, issued_milestone int, debt_stated boolean not null, debt_milestone int, tolerance decimal(18, 2) not null,
  customer_name int);
create table process_pipelines (process int not null, pipeline int not null);
create table milestones (
  process int not null, milestone int not null, subject int not null, condition varchar not null, take_last boolean not null,
  funnel int, ends int, field int);
create table milestone_patterns (process int not null, milestone int not null, pattern varchar not null);
create table intervals (
  process int not null, interval_no int not null, subject int not null, from_milestone int not null, to_milestone int not null,
  match_next boolean not null, target_millis bigint, target_working boolean not null);
create table group_fields (process int not null, dimension varchar not null, field int not null);
create table failure_excludes (process int not null, field int not null, value int not null);
create table failure_reasons (process int not null, field int not null);
create table deadline_rules (
  process int not null, field int, after_milestone int, terms boolean not null, span_count int, span_millis bigint, span_working boolean not null,
  roll varchar not null, done_milestone int not null, by_date boolean not null);
create table due_days (process int not null, due_day int not null);
create table ageing_edges (process int not null, subject int not null, first_day int, last_day int);
create table rework_rules (process int not null, base_milestone int not null);
create table rework_patterns (process int not null, pattern varchar not null);
create table parents (process int not null, parent_process int not null, parent_milestone int not null, target_millis bigint, target_working boolean not null);
create table contact_rules (process int not null, millis bigint not null, working boolean not null);
create table contact_patterns (process int not null, pattern varchar not null);
create table task_rules (process int not null, milestone int not null, millis bigint not null, working boolean not null);
create table required_fields (process int not null, milestone int not null, field int not null, subject int not null);
create table goal_figures (
  process int not null, subject int not null, period int not null, dimension varchar, grp int, currency int, plan double not null,
  fact double, unit varchar not null);
create table ledger_balances (process int not null, day int not null, customer int not null, currency int not null, balance decimal(18, 2) not null);
create table ledger_days (day int not null, subject int not null);
create table allocations (told_of int not null, pos int not null, item int not null, amount decimal(18, 2) not null, score int not null);
