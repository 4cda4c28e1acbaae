-- measure volume
SELECT count(*), count(*), NULL FROM received;
