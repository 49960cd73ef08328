create macro moment_of(x) as case
  when regexp_full_match(x, '\d{4}-\d{2}-\d{2}') then epoch_ms(timezone('$zone', try_cast(x as timestamp)))
  when regexp_full_match(x, '\d{1,2}\.\d{1,2}\.\d{4}') then epoch_ms(timezone('$zone', try_strptime(x, '%d.%m.%Y')))
  when regexp_full_match(x, '\d{9,10}') then try_cast(x as bigint) * 1000
  when regexp_full_match(x, '\d{12,13}') then try_cast(x as bigint)
  when regexp_full_match(x, '\d{4}-\d{2}-\d{2}[T ].*(Z|[+-]\d{2}(:?\d{2})?)') then epoch_ms(try_cast(x as timestamptz))
  when regexp_full_match(x, '\d{4}-\d{2}-\d{2}[T ][0-9:.]+') then epoch_ms(timezone('$zone', try_cast(x as timestamp))) end
