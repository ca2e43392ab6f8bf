-- Without it a file of two million cells, read a second time, searched the scope from its beginning for each cell.
create index received_scope_cell on indicators.received_scope (indicator, area, sex) include (first_year, last_year);
