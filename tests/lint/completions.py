#!/usr/bin/env python3
"""The completions are read by bash, zsh and fish without a word, and offer what the program offers."""
import os
import shutil
import subprocess
import tempfile

from common import SOURCE, finish, parse_arguments

SHELLS = {
    "bash": ["bash", "--norc", "-eu", "-c", ". completions/crmtrack.bash"],
    "zsh": ["zsh", "-f", "-c", "autoload -U compinit; compinit -u -D; source completions/_crmtrack"],
    "fish": ["fish", "--no-config", "completions/crmtrack.fish"],
}

# The real answers of the shells, as far as they can be asked without a terminal.
ASKED = [
    ("bash", 'COMP_LINE="crmtrack cust" COMP_WORDS=(crmtrack cust) COMP_CWORD=1; _crmtrack crmtrack cust crmtrack; '
             'echo "${COMPREPLY[@]}"', "customer"),
    ("bash", 'COMP_LINE="crmtrack new --severity=hi" COMP_WORDS=(crmtrack new --severity = hi) COMP_CWORD=4; '
             '_crmtrack crmtrack hi =; echo "${COMPREPLY[@]}"', "high"),
    ("bash", 'COMP_LINE="crmtrack list --form" COMP_WORDS=(crmtrack list --form) COMP_CWORD=2; '
             '_crmtrack crmtrack --form list; echo "${COMPREPLY[@]}"', "--format"),
    ("bash", 'COMP_LINE="crmtrack list status:" COMP_WORDS=(crmtrack list status :) COMP_CWORD=3; '
             '_crmtrack crmtrack : status; echo "${COMPREPLY[@]}"', "open"),
    ("bash", 'COMP_LINE="crmtrack list status:open,rec" COMP_WORDS=(crmtrack list status : open,rec) COMP_CWORD=4; '
             '_crmtrack crmtrack open,rec :; echo "${COMPREPLY[@]}"', "open,received"),
    ("bash", 'COMP_LINE="crmtrack list severity.min:h" COMP_WORDS=(crmtrack list severity.min : h) COMP_CWORD=4; '
             '_crmtrack crmtrack h :; echo "${COMPREPLY[@]}"', "high"),
    ("fish", 'complete -C "crmtrack list status:res" | string replace -r "\\t.*" ""', "status:resolved"),
    ("fish", 'complete -C "crmtrack cust" | string replace -r "\\t.*" ""', "customer"),
    ("fish", 'complete -C "crmtrack new --severity hi" | string replace -r "\\t.*" ""', "high"),
]


def environment(binary, home):
    return {"PATH": f"{binary.resolve().parent}:{os.environ['PATH']}", "HOME": home, "LC_ALL": "C.UTF-8", "TERM": "dumb"}


def run_shell(command, env):
    return subprocess.run(command, cwd=SOURCE, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, check=False)


def main():
    arguments = parse_arguments(__doc__)
    faults = []
    with tempfile.TemporaryDirectory() as home:
        env = environment(arguments.binary, home)
        for shell, command in SHELLS.items():
            if shutil.which(shell) is None:
                faults.append(f"{shell} is not installed")
                continue
            result = run_shell(command, env)
            if result.returncode != 0 or result.stdout:
                faults.append(f"{shell}: exit code {result.returncode}: {result.stdout.strip()}")
        for shell, question, wanted in ASKED:
            load = ". completions/crmtrack.bash; " if shell == "bash" else "source completions/crmtrack.fish; "
            command = SHELLS[shell][:-1] if shell == "bash" else ["fish", "--no-config", "-c"]
            answer = run_shell([*command, load + question], env).stdout.split()
            if wanted not in answer:
                faults.append(f"{shell}: {question}: '{wanted}' expected, not {answer}")
    finish(faults, "completions in bash, zsh and fish")


if __name__ == "__main__":
    main()
