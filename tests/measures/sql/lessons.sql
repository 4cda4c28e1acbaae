-- measure reviews
SELECT count(*), count(*), NULL FROM review v, term
WHERE (lesson IS NOT NULL OR root_cause IS NOT NULL) AND v.complaint IN (SELECT id FROM counted) AND at_unix >= begins AND at_unix < ends;
