# shellcheck shell=bash
# Completion of crmtrack for bash: the program itself says what fits.

# The words up to the cursor, in `words`. Bash splits them at : and =, which filters and --option=value are made of:
# what no blank parts on the line belongs together.
_crmtrack_words() {
  local rest=$COMP_LINE gap piece i
  for ((i = 0; i <= COMP_CWORD; i++)); do
    piece=${COMP_WORDS[i]}
    gap=${rest%%[![:blank:]]*}
    rest=${rest#"$gap"}
    rest=${rest#"$piece"}
    if [[ -z $gap && $i -gt 0 ]]; then
      words[-1]+=$piece
    else
      words+=("$piece")
    fi
  done
}

_crmtrack() {
  local -a words=() candidates=()
  local kept candidate
  _crmtrack_words
  COMPREPLY=()
  mapfile -t candidates < <(command crmtrack __complete "${words[@]:1}" 2>/dev/null | cut -f 1)
  case ${candidates[0]-} in
    :file) compopt -o default; return ;;
    :directory) compopt -o dirnames; return ;;
  esac
  # Readline replaces only what follows the last : or = that it splits at.
  kept=${words[-1]}
  kept=${kept%"${kept##*["$COMP_WORDBREAKS"]}"}
  for candidate in "${candidates[@]}"; do
    candidate=${candidate#"$kept"}
    [[ $2 == [\"\']* || $candidate != *[!A-Za-z0-9_@%+=:,./-]* ]] || printf -v candidate '%q' "$candidate"
    COMPREPLY+=("$candidate")
  done
  [[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *[:=,@] ]] || compopt -o nospace
}

complete -F _crmtrack crmtrack
