# Texts in quotes, numbers bare, and every text comes back by import csv.

$ crmtrack -q init complaints && cd complaints
$ id=$(printf '=1+2 \x1b[31m C:\\x41\n' | crmtrack -q new -c acme --at 2026-11-20T08:00:00Z -F -)
$ id=$(crmtrack -q new -c 0012 --at 2026-11-20T08:00:01Z -m "'t is late")
$ id=$(crmtrack -q new -c acme --at 2026-11-20T08:00:02Z -m 'Plain "quoted", C:\temp')
$ crmtrack export csv --fields customer,level,severity,reason,summary
customer,level,severity,reason,summary
"acme",0,"medium",,"'=1+2 \x1b[31m C:\\x41"
"0012",0,"medium",,"''t is late"
"acme",0,"medium",,"Plain ""quoted"", C:\temp"
$ crmtrack list --format csv --fields customer,age_days,summary
customer,age_days,summary
"acme",1,"Plain ""quoted"", C:\temp"
"0012",1,"''t is late"
"acme",1,"'=1+2 \x1b[31m C:\\x41"
$ crmtrack sql --format csv "SELECT summary, level, '0012' AS code, 1.5 AS half, null AS none FROM complaint WHERE customer = '0012'"
summary,level,code,half,none
"''t is late",0,"0012",1.5,

# The way back.

$ crmtrack export csv > ../all.csv; crmtrack list --fields summary --sort received > ../before; cd ..
$ cat > own.yaml <<'END'
> source: own
> id: id
> at: received_at
> date_format: rfc3339
> complaint:
>   customer: customer
>   severity: severity
>   summary: summary
> END
$ crmtrack -q init second && cd second && crmtrack import csv ../all.csv --map ../own.yaml
crmtrack: ../all.csv: columns that the map '../own.yaml' does not read are kept as fields: short (column_short), contact (column_contact), project (column_project), channel (column_channel), region (column_region), reason (column_reason), vulnerable (column_vulnerable), description (column_description), remedy_sought (column_remedy_sought), refs (column_refs), links (column_links), source (column_source), segment (segment), status (column_status), owner (column_owner), level (column_level), peak_level (column_peak_level), cycle (column_cycle), handovers (handovers), waiting_on (waiting_on), outcome (column_outcome), code (column_code), cause (column_cause), systemic (column_systemic), redress_amount (column_redress_amount), redress_currency (column_redress_currency), accepted_by (column_accepted_by), acknowledged_at (column_acknowledged_at), responded_at (column_responded_at), resolved_at (column_resolved_at), closed_at (column_closed_at), age_days (column_age_days), contested (column_contested), overdue (column_overdue), next_due_at (next_due_at), next_due (next_due), owes (owes)
new 3, known 0, differing 0, rejected 0
$ crmtrack list --fields summary --sort received | diff - ../before

# A cell that another program wrote stays as it is.

$ printf 'id,received_at,customer,severity,summary\nT-9,2026-11-20T09:00:00Z,acme,high,C:\\x86\\bin\n' > ../foreign.csv
$ crmtrack -q import csv ../foreign.csv --map ../own.yaml; crmtrack list --fields summary ref:own:T-9 --all
new 1, known 0, differing 0, rejected 0
C:\\x86\\bin

# TSV has a header where one is wanted.

$ crmtrack list --header --fields customer,summary --limit 1 --sort received
1 of 4
customer	summary
acme	=1+2 \x1b[31m C:\\x41
$ crmtrack list --header --limit 0
0 of 4
id	status	severity	received_at	customer	project	reason	owner	level	overdue	summary
$ crmtrack agenda --header --limit 0
due_at	complaint	promise	state	severity	debtor	who	record	customer	what
