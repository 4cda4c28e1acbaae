-- measure complaints_with_gaps
SELECT count(DISTINCT complaint), count(DISTINCT complaint), NULL FROM gap;
-- measure gap_owner
SELECT count(*), count(*), NULL FROM gap WHERE kind = 'owner';
-- measure gap_next_step
SELECT count(*), count(*), NULL FROM gap WHERE kind = 'next_step';
-- measure gap_contact
SELECT count(*), count(*), NULL FROM gap WHERE kind = 'contact';
-- measure gap_acknowledgement
SELECT count(*), count(*), NULL FROM gap WHERE kind = 'acknowledgement';
-- measure gap_silence
SELECT count(*), count(*), NULL FROM gap WHERE kind = 'silence';
-- measure gap_confirmation
SELECT count(*), count(*), NULL FROM gap WHERE kind = 'confirmation';
-- measure gap_date
SELECT count(*), count(*), NULL FROM gap WHERE kind = 'date';
-- measure gap_form
SELECT count(*), count(*), NULL FROM gap WHERE kind = 'form';
