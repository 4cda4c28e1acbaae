-- measure compliments
SELECT count(*), count(*), NULL FROM felt WHERE type = 'compliment';
