-- agenda: what I owe, what is owed to me, all that is open on complaints that I own, and what nobody owns
WITH open AS (
  SELECT p.*, s.id AS subject, CASE s.kind WHEN 1 THEN s.id ELSE c.customer END AS whose,
         CASE s.kind WHEN 1 THEN k.name ELSE c.summary END AS about, CASE s.kind WHEN 1 THEN k.manager ELSE c.owner END AS owned_by
  FROM promises p JOIN stories s ON s.key = p.story LEFT JOIN complaints c ON c.key = p.story LEFT JOIN customers k ON k.key = p.story
  WHERE p.ended = 0)
SELECT CASE WHEN due_unix < :now THEN 'overdue' WHEN warn_unix <= :now THEN 'due_soon' ELSE 'open' END AS state,
       strftime('%Y-%m-%dT%H:%M:%SZ', due_unix, 'unixepoch') AS due_at,
       CASE debtor WHEN 0 THEN 'us' WHEN 1 THEN 'customer' ELSE 'third_party' END AS owes,
       coalesce(nullif(who, ''), CASE debtor WHEN 0 THEN owned_by END) AS person, kind, subject, whose, coalesce(nullif(what, ''), about) AS what
FROM open
WHERE who = :me OR creditor = :me OR owned_by = :me OR (coalesce(owned_by, '') = '' AND (coalesce(who, '') = '' OR debtor <> 0))
ORDER BY due_unix NULLS LAST, subject, of, kind;
