# Beside 20,000 customers whose names begin alike, a new one writes a few kilobytes: their folders lie in 256 others.

$ crmtrack -q init complaints && cd complaints
$ cat > ~/fill.py <<'EOF'
> import hashlib
> print("blob\nmark :1\ndata 0\n")
> print("commit refs/heads/ledger\ncommitter Asha <asha@example.com> 1795250000 +0000\ndata 0\nfrom refs/heads/ledger^0")
> for number in range(20_000):
>     slug = f"northern-branch-{number}"
>     above = hashlib.sha256(slug.encode()).hexdigest()[:2]
>     print(f"M 100644 :1 customers/{above}/{slug}/01kaj0000000000000000000aa-customer.yaml")
> EOF
$ python3 ~/fill.py | git fast-import --quiet
$ git ls-tree -r refs/heads/ledger | wc -l
20001
$ crmtrack -q customer add northern-branch-new --name 'The newest branch' > /dev/null
$ git rev-list --objects refs/heads/ledger~1..refs/heads/ledger | git cat-file --batch-check='%(objectsize)' | awk '{ n += $1 } END { print NR, (n < 20000 ? "small" : n) }'
6 small
$ git ls-tree refs/heads/ledger customers/ | wc -l
256
