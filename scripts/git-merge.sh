#!/bin/sh
# Sets a clone of a workspace up so that git merges its files with Ironstride: scripts/git-merge.sh [FOLDER]
set -eu

cd "${1:-.}"
git rev-parse --git-dir >/dev/null

add() {
    grep -qxF "$1" "$2" 2>/dev/null || printf '%s\n' "$1" >>"$2"
}
add '*.ron merge=ironstride' .gitattributes
add 'workspace.lock' .gitignore
add 'backups/' .gitignore
git config merge.ironstride.name 'Ironstride'
git config merge.ironstride.driver "${IRONSTRIDE:-ironstride} merge %O %A %B %P"
echo "git merges the files of $(pwd) with ${IRONSTRIDE:-ironstride} from now on."
