-- agenda: what I owe, what is owed to me, all that is open on complaints that I own, and what nobody owns; then the
-- open complaints of mine and of nobody without any date; then whom to ask again
SELECT strftime('%Y-%m-%dT%H:%M:%SZ', p.due_unix, 'unixepoch') AS due_at, s.id, p.kind,
       CASE WHEN p.due_unix < :now THEN 'overdue' WHEN p.warn_unix <= :now THEN 'due_soon' ELSE 'open' END AS state, c.severity,
       CASE p.debtor WHEN 0 THEN 'us' WHEN 1 THEN 'customer' ELSE 'third_party' END AS debtor,
       coalesce(p.who, CASE p.debtor WHEN 0 THEN p.owner END) AS person, iif(p.several, p.of || '.' || p.n, p.of) AS record,
       CASE s.kind WHEN 1 THEN s.id ELSE c.customer END AS customer,
       coalesce(p.what, CASE s.kind WHEN 1 THEN k.name ELSE c.summary END) AS what
FROM promises p JOIN stories s ON s.key = p.story LEFT JOIN complaints c ON c.key = p.story LEFT JOIN customers k ON k.key = p.story
WHERE p.ended = 0 AND (p.who = :me OR p.creditor = :me OR p.owner = :me OR (p.owner IS NULL AND (p.who IS NULL OR p.debtor <> 0)))
ORDER BY p.due_unix IS NULL OR p.due_unix >= :now, c.severity_rank IS NULL, c.severity_rank DESC, p.due_unix IS NULL, p.due_unix, p.of, p.n, s.id;
SELECT NULL, c.id, 'next_step', 'open', c.severity, 'us', c.owner, NULL, c.customer, 'say what happens next, and by when'
FROM complaints c WHERE c.phase < 1 AND NOT c.bad AND c.next_due_unix IS NULL AND (c.owner = :me OR c.owner IS NULL)
ORDER BY c.severity_rank IS NULL, c.severity_rank DESC, c.received_unix, c.id;
SELECT strftime('%Y-%m-%dT%H:%M:%SZ', p.due_unix, 'unixepoch'), s.id, 'remind', 'due_soon', c.severity, 'us', p.owner, p.of, c.customer, p.what
FROM promises p JOIN stories s ON s.key = p.story LEFT JOIN complaints c ON c.key = p.story
WHERE p.ended = 0 AND p.remind_unix <= :now AND (p.who = :me OR p.creditor = :me OR p.owner = :me OR (p.owner IS NULL AND (p.who IS NULL OR p.debtor <> 0)))
ORDER BY p.remind_unix, p.of, p.n, s.id;
