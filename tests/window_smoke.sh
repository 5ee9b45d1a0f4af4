#!/usr/bin/env bash
# Starts the game in a real window on a virtual display, begins a game by keyboard, and takes pictures.
#
#   tests/window_smoke.sh [BINARY] [FOLDER]
#
# BINARY is the built game, FOLDER gets the pictures and the log. It fails if no window shows, if the window stays
# one flat colour, if a key changes nothing, or if the game stops or panics.
#
# On Debian, started as root, it installs what it needs; otherwise it says what is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

binary=${1:-${CARGO_TARGET_DIR:-target}/debug/rare-terms}
folder=${2:-$(mktemp -d)}
# A software renderer on a busy machine is slow; nothing here should take this long (in seconds).
patience=120
# Fewer colours than this are no picture: text alone has more shades.
least_colours=16

packages=(
    xvfb xdotool imagemagick
    mesa-vulkan-drivers libvulkan1
    libx11-xcb1 libxkbcommon-x11-0 libxcursor1 libxi6 libxrandr2
)

fail() {
    printf 'window smoke: %s\n' "$1" >&2
    if [ -s "$folder/window.log" ]; then
        printf -- '---- the log of the game\n' >&2
        tail -n 60 "$folder/window.log" >&2
    fi
    exit 1
}

install_missing() {
    local name missing=()
    if command -v dpkg-query >/dev/null; then
        for name in "${packages[@]}"; do
            [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null || true)" = installed ] || missing+=("$name")
        done
        if [ "${#missing[@]}" -gt 0 ] && [ "$(id -u)" -eq 0 ]; then
            printf 'installing: %s\n' "${missing[*]}"
            apt-get update -qq
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
            missing=()
        fi
        [ "${#missing[@]}" -eq 0 ] || fail "missing packages: ${missing[*]}"
    fi
    for name in Xvfb xdotool import identify; do
        command -v "$name" >/dev/null || fail "missing command: $name"
    done
}

game='' display='' number=''
end() {
    local pid
    for pid in $game $display; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -f "$number"
}
trap end EXIT

alive() { kill -0 "$game" 2>/dev/null || fail 'the game stopped by itself'; }

# picture NAME: takes a picture of the window.
picture() { import -silent -window "$window" "$folder/$1.png" || { alive; fail 'no picture could be taken'; }; }
pixels() { identify -format '%#' "$folder/$1.png"; }
colours() { identify -format '%k' "$folder/$1.png"; }

# painted NAME OTHER: takes pictures until one is painted, differs from picture OTHER (if there is one), and stays as it is.
painted() {
    local name=$1 other=${2:-} began=$SECONDS last='' now
    while true; do
        alive
        picture "$name"
        now=$(pixels "$name")
        if [ "$now" = "$last" ] && [ "$(colours "$name")" -ge "$least_colours" ]; then
            if [ -z "$other" ] || [ "$now" != "$(pixels "$other")" ]; then
                printf '%s: %s colours, after %d s\n' "$name" "$(colours "$name")" "$((SECONDS - began))"
                return
            fi
        fi
        last=$now
        if [ $((SECONDS - began)) -ge "$patience" ]; then
            [ "$(colours "$name")" -ge "$least_colours" ] || fail "$name: the window is not painted"
            [ -n "$other" ] && [ "$now" = "$(pixels "$other")" ] && fail "$name: the window still shows $other"
            fail "$name: the window does not come to rest"
        fi
        sleep 0.5
    done
}

install_missing
[ -x "$binary" ] || fail "there is no $binary; build it with: cargo build"
mkdir -p "$folder"

# The display takes any free number and writes it down.
number=$(mktemp)
Xvfb -displayfd 3 -screen 0 1600x1000x24 -noreset -nolisten tcp 3>"$number" 2>"$folder/display.log" &
display=$!
began=$SECONDS
until [ -s "$number" ]; do
    kill -0 "$display" 2>/dev/null || fail "no virtual display: $(tail -n 3 "$folder/display.log")"
    [ $((SECONDS - began)) -lt "$patience" ] || fail 'the virtual display does not start'
    sleep 0.2
done
DISPLAY=":$(tr -d '[:space:]' <"$number")"
export DISPLAY
unset WAYLAND_DISPLAY

"$binary" >"$folder/window.log" 2>&1 </dev/null &
game=$!
began=$SECONDS
until window=$(xdotool search --onlyvisible --name '^Rare Terms' 2>/dev/null | head -n 1) && [ -n "$window" ]; do
    alive
    [ $((SECONDS - began)) -lt "$patience" ] || fail 'no window shows'
    sleep 0.5
done
printf 'a window shows after %d s\n' "$((SECONDS - began))"

# Nobody manages windows here, so the keyboard has to be given to the game.
xdotool windowfocus "$window"
painted 1-menu
xdotool key --clearmodifiers Return
painted 2-brief 1-menu
xdotool key --clearmodifiers Return
painted 3-news 2-brief
xdotool key --clearmodifiers Return
painted 4-table 3-news
xdotool key --clearmodifiers F1
painted 5-help 4-table
xdotool key --clearmodifiers Escape
painted 6-back 5-help

sleep 2
alive
if grep -n -i 'panicked' "$folder/window.log"; then
    fail 'the game panicked'
fi
grep -E 'WARN|ERROR' "$folder/window.log" || true
printf 'the game still runs; pictures: %s\n' "$folder"
