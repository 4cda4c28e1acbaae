-- measure steps_kept: share
SELECT avg(kept), sum(kept), count(*) FROM (
  SELECT state = 'verified' AND coalesce(done_unix <= first_due_unix, 0) AS kept FROM planned, now
  WHERE state <> 'dropped' AND first_due_unix IS NOT NULL AND (state = 'verified' OR first_due_unix < now));
-- measure steps_slipped: share
SELECT avg(coalesce(slipped, 0) > 0), sum(coalesce(slipped, 0) > 0), count(*) FROM planned WHERE state <> 'dropped';
-- measure slip_days_median
SELECT max(CASE WHEN place = (n + 1) / 2 THEN slipped END), count(*), (SELECT count(*) FROM planned WHERE state <> 'dropped') FROM (
  SELECT slipped, row_number() OVER (ORDER BY slipped) AS place, count(*) OVER () AS n FROM planned WHERE state <> 'dropped' AND slipped > 0);
-- measure steps_effective: share
SELECT avg(effective), sum(effective), count(*) FROM planned WHERE reviewed;
