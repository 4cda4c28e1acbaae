-- warn: the counts of each week that early warning tests, overall, by project and by reason
PRAGMA temp_store = MEMORY;
PRAGMA mmap_size = 4000000000;
CREATE TEMP TABLE chosen AS
SELECT project, reason, (received_unix - 345600) / 604800 AS week FROM complaints WHERE status <> 'void' AND NOT bad;
SELECT week, count(*) FROM chosen GROUP BY week;
SELECT project, week, count(*) FROM chosen GROUP BY project, week;
SELECT reason, week, count(*) FROM chosen GROUP BY reason, week;
