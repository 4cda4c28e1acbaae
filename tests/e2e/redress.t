# Money that an answer granted stays in the figures, in every currency to its last place.

$ crmtrack -q init complaints && cd complaints
$ a=$(crmtrack -q new -c acme -r billing-wrong-amount --channel phone -m 'Charged twice')
$ settle() { crmtrack -q resolve $a --outcome upheld --code redress_monetary --redress $1 -m 'We refund it' > /dev/null && crmtrack -q confirm $a > /dev/null; }
$ redress() { crmtrack report summary --json | jq -c '.tables[] | select(.name == "redress") | .rows[]'; }
$ settle 49.90EUR; redress
["EUR","49.90",1,"49.90","0.00"]
$ crmtrack -q reopen $a --why 'The fee is missing' > /dev/null; redress
["EUR","49.90",1,"49.90","0.00"]
$ settle 5EUR; redress
["EUR","54.90",2,"27.45","0.00"]
$ b=$(crmtrack -q new -c globex -r billing-wrong-amount --channel phone -m 'Charged twice')
$ a=$b; settle 1.234KWD; b=$(crmtrack -q new -c tiger -r billing-wrong-amount --channel phone -m 'Charged twice'); a=$b; settle 1000JPY; redress
["EUR","54.90",2,"27.45","0.00"]
["JPY","1000",1,"1000","0"]
["KWD","1.234",1,"1.234","0.000"]

# An amount has no more decimals than its currency.

$ a=$(crmtrack -q new -c lion -m 'Charged twice'); crmtrack resolve $a --outcome upheld --code redress_monetary --redress 100.5JPY -m x
crmtrack: cannot read --redress '100.5JPY': JPY has no decimals
[2]
$ crmtrack resolve $a --outcome upheld --code redress_monetary --redress 1.005EUR -m x
crmtrack: cannot read --redress '1.005EUR': EUR has 2 decimals
[2]
