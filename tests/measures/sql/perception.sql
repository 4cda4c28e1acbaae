-- measure volume
SELECT count(*), count(*), NULL FROM received;
-- measure good
SELECT count(*), count(*), NULL FROM felt WHERE sentiment = 'positive' AND complaint IS NOT NULL;
-- measure bad
SELECT count(*), count(*), NULL FROM felt WHERE sentiment = 'negative' AND complaint IS NOT NULL;
-- measure praise: share
SELECT avg(sentiment = 'positive'), sum(sentiment = 'positive'), count(*) FROM felt WHERE sentiment IN ('positive', 'negative') AND complaint IS NOT NULL;
-- measure promises_kept: share
SELECT avg(kept), sum(kept), count(*) FROM judged WHERE kept IS NOT NULL AND side = 'us' AND complaint IS NOT NULL;
-- measure peak_level
SELECT max(peak_level), count(*), NULL FROM received;
