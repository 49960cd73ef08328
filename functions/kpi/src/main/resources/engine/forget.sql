drop view known;

drop table told;

drop table field_told;

drop table parent_told;
