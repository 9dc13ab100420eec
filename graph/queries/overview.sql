SELECT max(iif(label = 'Article', nodes, 0)) AS articles, max(iif(label = 'Outlet', nodes, 0)) AS outlets,
       max(iif(label = 'Statement', nodes, 0)) AS statements, max(iif(label = 'Person', nodes, 0)) AS people,
       max(iif(label = 'Institution', nodes, 0)) AS institutions, max(iif(label = 'Region', nodes, 0)) AS regions,
       max(iif(label = 'Regulation', nodes, 0)) AS rules, max(iif(label = 'Sanction', nodes, 0)) AS sanctions,
       coalesce((SELECT min(day) FROM day WHERE day <> ''), '') AS first_day,
       coalesce((SELECT max(day) FROM day), '') AS last_day
FROM total
