#!/usr/bin/env bash
# Kills the game in a real window at random moments, and looks whether anything that was on disk is lost.
#
#   tests/window_kills.sh [TIMES] [BINARY] [FOLDER]
#
# Each time: a game is begun or gone on with and played by keyboard for a random while, the program is killed outright (SIGKILL),
# started again, has to offer the game that was being played, and has to go on with it. It fails if a line of the journal that was
# whole before the kill is gone or changed afterwards, if a game that goes on has another beginning than the one that was left, or if
# the program stops by itself. TIMES is 3 if not given; FOLDER gets the games and the logs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

times=${1:-3}
binary=${2:-${CARGO_TARGET_DIR:-target}/debug/rare-terms}
folder=${3:-$(mktemp -d)}
source tests/window.bash

games="$folder/games"
keys=(d d Return Return 0 Tab Right Return Return a x)

# The newest journal of a game that is being played; nothing if there is none.
journal() { ls -t "$games"/running/*.game 2>/dev/null | head -n 1 || true; }

# whole FILE INTO: the lines of a journal that were written to their end.
whole() { if [ -n "$(tail -c 1 "$1")" ]; then sed '$d' "$1" >"$2"; else cp "$1" "$2"; fi; }

# begins_with LONG SHORT WHAT: fails unless file LONG begins with all of file SHORT.
begins_with() {
    local size
    size=$(stat -c %s "$2")
    cmp -s -n "$size" "$1" "$2" && [ "$(stat -c %s "$1")" -ge "$size" ] || fail "$3"
}

# play SECONDS: presses random keys for so long.
play() {
    local until=$((SECONDS + $1))
    while [ "$SECONDS" -lt "$until" ]; do
        alive
        press "${keys[$((RANDOM % ${#keys[@]}))]}"
        sleep "0.$((RANDOM % 4 + 1))"
    done
}

install_missing
[ -x "$binary" ] || fail "there is no $binary; build it with: cargo build"
mkdir -p "$folder"
start_display
killed=0 gone_on=0 entries=0
while [ "$killed" -lt "$times" ]; do
    start_game --saves "$games" --settings "$folder/settings.ron"
    await_window
    left=$(journal)
    if [ -n "$left" ]; then
        whole "$left" "$folder/left"
        await_log "offered: $left"
        press Return
        await_log 'a saved game goes on'
        sleep 1
        now=$left
        [ -e "$now" ] || now="$games/finished/$(basename "$left")"
        begins_with "$now" "$folder/left" "after kill $killed the game that goes on is another"
        gone_on=$((gone_on + 1))
    else
        # Nothing is offered: a game is begun.
        await_log 'nothing is offered'
        press Return
    fi
    play $((RANDOM % 5 + 4))
    # What is on disk now has been acknowledged.
    before=$(journal)
    if [ -n "$before" ]; then cp "$before" "$folder/seen" && whole "$folder/seen" "$folder/acknowledged"; fi
    press "${keys[$((RANDOM % ${#keys[@]}))]}"
    sleep "0.0$((RANDOM % 10))"
    kill -KILL "$game"
    wait "$game" 2>/dev/null || true
    game=''
    killed=$((killed + 1))
    if [ -n "$before" ]; then
        after=$before
        [ -e "$after" ] || after="$games/finished/$(basename "$before")"
        begins_with "$after" "$folder/acknowledged" "kill $killed took something that was on disk"
        entries=$(grep -c -E '^[0-9a-f]{16} (order|back|broke) ' "$after" || true)
    fi
    if grep -n -i 'panicked\|stopped by a fault' "$folder/window.log"; then fail 'the game broke'; fi
    printf 'kill %d: %s, %s entries\n' "$killed" "$(basename "${before:-no game}")" "$entries"
done
printf '%d kills, %d games gone on with, nothing lost; the games: %s\n' "$killed" "$gone_on" "$games"
