-- measure attainment: share
SELECT avg(kept), sum(kept), count(*) FROM aimed;
-- measure attainment_acknowledge: share
SELECT avg(kept), sum(kept), count(*) FROM aimed WHERE promise = 'acknowledge';
-- measure attainment_first_response: share
SELECT avg(kept), sum(kept), count(*) FROM aimed WHERE promise = 'first_response';
-- measure attainment_update: share
SELECT avg(kept), sum(kept), count(*) FROM aimed WHERE promise = 'update';
-- measure attainment_resolution: share
SELECT avg(kept), sum(kept), count(*) FROM aimed WHERE promise = 'resolution';
-- measure attainment_final_response: share
SELECT avg(kept), sum(kept), count(*) FROM aimed WHERE promise = 'final_response';
-- measure attainment_summary: share
SELECT avg(kept), sum(kept), count(*) FROM aimed WHERE promise = 'summary';
