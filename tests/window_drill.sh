#!/usr/bin/env bash
# Breaks the game on purpose in a real window, and looks whether it says so and goes on.
#
#   tests/window_drill.sh [BINARY] [FOLDER]
#
# A game is begun; RARE_TERMS_DRILL makes the program panic in it, once while it draws and once on another thread. It has to write a
# report, start itself anew, show the page about it, and go on with the game. FOLDER gets the pictures.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

binary=${1:-${CARGO_TARGET_DIR:-target}/debug/rare-terms}
folder=${2:-$(mktemp -d)}
source tests/window.bash

install_missing
[ -x "$binary" ] || fail "there is no $binary; build it with: cargo build"
mkdir -p "$folder"
start_display
for drill in panic-at-round-2 panic-in-thread-at-round-2; do
    games="$folder/$drill"
    # What an earlier run left there would be offered instead of a new game.
    rm -rf "$games"
    export RARE_TERMS_DRILL=$drill
    start_game --saves "$games" --settings "$folder/settings.ron"
    unset RARE_TERMS_DRILL
    await_window
    await_log 'nothing is offered'
    press Return
    # Every round is passed until the drill strikes.
    began=$SECONDS
    until grep -q 'this is a drill' "$folder/window.log"; do
        alive
        [ $((SECONDS - began)) -lt "$patience" ] || fail "$drill never strikes"
        for key in Return d 0; do
            press "$key"
            sleep 0.3
        done
    done
    await_log 'a fault is shown'
    ls "$games"/crashes/*.txt >/dev/null || fail 'no report was written'
    grep -q 'The game is safe' "$games"/crashes/*.txt || fail 'the report does not say that the game is safe'
    left=$(ls "$games"/running/*.game)
    cp "$left" "$folder/left"
    await_window
    painted "$drill-page"
    press Return
    await_log 'a saved game goes on'
    painted "$drill-on"
    cmp -s "$folder/$drill-page.png" "$folder/$drill-on.png" && fail 'the page about the fault stays'
    cmp -n "$(stat -c %s "$folder/left")" "$left" "$folder/left" || fail 'the game that goes on is another'
    kill "$game"
    wait "$game" 2>/dev/null || true
    game=''
    printf '%s: reported, shown and gone on with\n' "$drill"
done
printf 'pictures: %s\n' "$folder"
