# Checkouts and extensions of newer versions of Git: each has the hint that mends it.

$ crmtrack -q init complaints && cd complaints
$ crmtrack -q new -c acme -m 'Late' > /dev/null
$ add() { crmtrack reason add "$1" --label 'Held by customs' --question 'Is it held by customs?' --why 'Asked for'; }
$ mend() { "$@" 2>&1 | sed -n 's/^hint: \(.*: \)\{0,1\}\(git .*\)/\2/p' | head -1 > ../mend; sh -e ../mend > /dev/null; }

# A sparse checkout without policy/.

$ git sparse-checkout set --no-sparse-index docs; ls
README.md
$ add delay-customs
crmtrack: cannot change 'policy/reasons.yaml': a sparse checkout leaves it out
hint: have it checked out: git -C '$HOME/complaints' sparse-checkout add policy
[5]
$ crmtrack list --fields summary
Late
$ mend add delay-customs; add delay-customs | wc -l
policy/reasons.yaml: add reason delay-customs
1

# A sparse index.

$ git sparse-checkout set --sparse-index docs; git ls-files --sparse
README.md
policy/
$ add delay-post
crmtrack: cannot read the index of '$HOME/complaints': it is sparse, which crmtrack does not read
hint: git -C '$HOME/complaints' sparse-checkout reapply --no-sparse-index
[7]
$ mend add delay-post; mend add delay-post; add delay-post | wc -l
policy/reasons.yaml: add reason delay-post
1
$ git sparse-checkout disable

# Worktrees with relative paths, which Git 2.48 writes.

$ git worktree add -q --detach ../other main
$ echo ../../../../other/.git > .git/worktrees/other/gitdir; echo 'gitdir: ../complaints/.git/worktrees/other' > ../other/.git
$ git config core.repositoryFormatVersion 1; git config extensions.relativeWorktrees true
$ crmtrack list
crmtrack: cannot open '$HOME/complaints': its worktrees have relative paths (extensions.relativeWorktrees)
hint: git config --file '$HOME/complaints/.git/config' --unset extensions.relativeWorktrees && git -C '$HOME/complaints' worktree repair '$HOME/other'
[7]
$ mend crmtrack list; crmtrack list --fields summary; cat ../other/.git; git worktree list | wc -l
warning: unknown repository extension found:
	relativeworktrees
repair: gitdir incorrect: $HOME/complaints/.git/worktrees/other/gitdir
Late
gitdir: ../complaints/.git/worktrees/other
2

# Objects with a second name, which Git 2.45 gives.

$ git config core.repositoryFormatVersion 1; git config extensions.compatObjectFormat sha256
$ crmtrack list
crmtrack: cannot open '$HOME/complaints': its objects have a second name (extensions.compatObjectFormat)
hint: git config --file '$HOME/complaints/.git/config' --unset extensions.compatObjectFormat
hint: the objects stay as they are: only their second names go
[7]
$ mend crmtrack list; crmtrack list --fields summary; git fsck
warning: unknown repository extension found:
	compatobjectformat
Late

# Where the format's version is 0, Git passes over extensions, and so do we.

$ git config core.repositoryFormatVersion 0; git config extensions.relativeWorktrees true
$ crmtrack list --fields summary
Late
