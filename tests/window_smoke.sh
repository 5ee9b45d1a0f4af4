#!/usr/bin/env bash
# Starts the game in a real window on a virtual display, begins a game by keyboard, and takes pictures.
#
#   tests/window_smoke.sh [BINARY] [FOLDER]
#
# BINARY is the built game, FOLDER gets the pictures, the log and the games. It fails if no window shows, if the window stays
# one flat colour, if a key changes nothing, or if the game stops or panics.
#
# On Debian, started as root, it installs what it needs; otherwise it says what is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

binary=${1:-${CARGO_TARGET_DIR:-target}/debug/rare-terms}
folder=${2:-$(mktemp -d)}
source tests/window.bash

pixels() { identify -format '%#' "$folder/$1.png"; }

# shows NAME [OTHER]: takes pictures until the window is painted, comes to rest, and shows something else than picture OTHER.
shows() {
    local began=$SECONDS
    painted "$1"
    while [ -n "${2:-}" ] && [ "$(pixels "$1")" = "$(pixels "$2")" ]; do
        [ $((SECONDS - began)) -lt "$patience" ] || fail "$1: the window still shows $2"
        painted "$1"
    done
    printf '%s: after %d s\n' "$1" "$((SECONDS - began))"
}

install_missing
[ -x "$binary" ] || fail "there is no $binary; build it with: cargo build"
mkdir -p "$folder"
rm -rf "$folder/games"
start_display
# A folder of its own: a game that was left elsewhere would be offered first.
start_game --saves "$folder/games" --settings "$folder/settings.ron"
await_window
shows 1-menu
press Return
shows 2-brief 1-menu
press Return
shows 3-news 2-brief
press Return
shows 4-table 3-news
press F1
shows 5-help 4-table
press Escape
shows 6-back 5-help
# A press after a rest, as long as a hand takes for it, is a click: here on the menu button, on the right of the top line.
xdotool mousemove --window "$window" $(($(xdotool getwindowgeometry --shell "$window" | sed -n 's/^WIDTH=//p') - 60)) 26
shows 7-hover 6-back
sleep 3
xdotool mousedown 1
sleep 0.1
xdotool mouseup 1
shows 8-menu 7-hover

sleep 2
alive
if grep -n -i 'panicked' "$folder/window.log"; then
    fail 'the game panicked'
fi
[ -n "$(ls "$folder"/games/running/*.game 2>/dev/null)" ] || fail 'the game is kept nowhere'
grep -E 'WARN|ERROR' "$folder/window.log" || true
printf 'the game still runs; pictures: %s\n' "$folder"
