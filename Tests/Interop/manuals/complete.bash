# complete.bash SCRIPT LINE: what bash would offer at the end of a line, one word to a line.
# shellcheck shell=bash disable=SC1090
source "$1"
COMP_LINE=$2
COMP_POINT=${#COMP_LINE}
read -ra COMP_WORDS <<<"$COMP_LINE"
[[ $COMP_LINE != *' ' ]] || COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
COMPREPLY=()
# bash tells the function of its case, which the options that it sets need.
function compopt { :; }
_credaudit credaudit "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"
