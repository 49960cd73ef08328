drop view known;

drop table told;

drop table field_told;
