-- Without a period the return is of the last half-year that is over.
-- measure outstanding
SELECT count(*), count(*), NULL FROM counted, half
WHERE received_unix < begins AND NOT (answered AND coalesce(first_responded_unix, begins - 1) < begins)
  AND NOT (ended AND coalesce(first_ended_unix, begins - 1) < begins);
-- measure opened
SELECT count(*), count(*), NULL FROM opened;
-- measure within_3_business_days: share
SELECT avg(band = 1), sum(band = 1), count(*) FROM sent;
-- measure within_8_weeks: share
SELECT avg(band = 2), sum(band = 2), count(*) FROM sent;
-- measure after_8_weeks: share
SELECT avg(band = 3), sum(band = 3), count(*) FROM sent;
-- measure uphold_rate: share
SELECT avg(upheld), sum(upheld), count(*) FROM sent WHERE outcome <> 'not_determined';
-- measure vulnerable: share
SELECT avg(coalesce(vulnerable IN ('identified', 'unmet'), 0)), sum(coalesce(vulnerable IN ('identified', 'unmet'), 0)), count(*) FROM opened;
-- measure vulnerable_unmet: share
SELECT avg(vulnerable = 'unmet'), sum(vulnerable = 'unmet'), count(*) FROM opened WHERE vulnerable IN ('identified', 'unmet');
