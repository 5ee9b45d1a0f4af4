#!/usr/bin/env bash
# Takes a picture of every screen of the real window, from the same positions each time, at each size, scale and palette.
#
#   tests/pictures.sh [BINARY] [FOLDER]
#
# BINARY is the built game; FOLDER gets the pictures as SIZE-SCALE-PALETTE/NN-SCREEN.png and one overview of each set. A part of them
# alone: SIZES, SCALES and PALETTES, lists with spaces between.
#
# The positions are games begun in the terminal with a seed and orders, shot opened in the window: nothing in a picture is staged.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

binary=${1:-${CARGO_TARGET_DIR:-target}/debug/rare-terms}
out=${2:-$(mktemp -d)}
source tests/window.bash

sizes=${SIZES:-1280x720 1440x900 2560x1440}
scales=${SCALES:-100 150}
palettes=${PALETTES:-night day high_contrast}

# position NAME LEVEL PARTY ORDER…: a game with these orders given, kept in a folder of that name.
position() {
    local name=$1 level=$2 party=$3
    shift 3
    printf '%s\n' "$@" | "$binary" play "$level" --rules full --party "$party" --seed 7 --saves "$out/positions/$name" \
        >"$out/positions/$name.txt" 2>&1 || fail "$name cannot be played; see $out/positions/$name.txt"
}

# Where each set of pictures begins. Without orders a game is kept only where another has moved before. The United States of seed 7 are offered a pact by Japan in the third round.
positions() {
    local before=(pass 1 pass pass pass 1 pass) everything
    mkdir -p "$out/positions"
    position opening tokyo_2025 japan
    position offer tokyo_2025 us "${before[@]}"
    position measures tokyo_2025 us "${before[@]}" accept pass
    mapfile -t everything < <(for _ in {1..60}; do printf '%s\n' accept 1 pass; done)
    position finished tokyo_2025 us "${everything[@]}"
    # What was kept on the way would stand above it in the list.
    rm -rf "$out/positions/finished/autosaves"
}

# begin POSITION: opens the window on a copy of a position, or on no games at all.
begin() {
    rm -rf "$folder/games"
    mkdir -p "$folder/games"
    [ -z "${1:-}" ] || cp -r "$out/positions/$1/." "$folder/games"
    printf '(scale: %s, palette: %s, reduced_motion: true, window: (%s, %s))\n' \
        "$scale" "$palette" "${size%x*}" "${size#*x}" >"$folder/settings.ron"
    start_game --saves "$folder/games" --settings "$folder/settings.ron"
    await_window
}

close() {
    kill "$game"
    wait "$game" 2>/dev/null || true
    game=''
}

# rest NAME: takes pictures until two of them, far enough apart for an answer to come in between, are alike.
rest() {
    local last=''
    while true; do
        painted "$1"
        [ "$last" != "$now" ] || return 0
        last=$now
        sleep 1.5
    done
}

# shot NAME KEY…: presses these keys and takes a picture when the window has come to rest.
shot() {
    local name=$1 key
    shift
    for key in "$@"; do
        # The focus moves once in a picture, however often Tab is pressed.
        if [ "$key" = Tab ]; then painted "$name"; else rest "$name"; fi
        press "$key"
        sleep 0.2
    done
    count=$((count + 1))
    rest "$name"
    mv "$folder/$name.png" "$folder/$(printf '%02d' "$count")-$name.png"
}

# Plays on until the drill strikes and the program has started itself anew.
await_drill() {
    local key
    until grep -q 'a fault is shown' "$folder/window.log"; do
        alive
        for key in Return d 0; do press "$key"; sleep 0.3; done
    done
    await_window
}

# Every screen once, in the order of a game.
tour() {
    count=0
    begin
    shot menu
    shot settings F10
    shot keys Escape F1
    shot words Escape F2
    close
    begin opening
    shot go-on
    shot brief Return
    shot news Return
    shot table Return
    shot draft 3 t
    shot pause Escape
    shot save Tab Return
    close
    begin
    shot first-brief Return
    shot first-news Return
    shot first-table Return
    shot first-draft t
    close
    begin
    # The first Tab only begins, the third is on the second level; then two levels more, three buttons below them, three parties, one
    # person, several.
    shot people Tab Tab Tab space Tab Tab Tab Tab Tab Tab Tab Tab Tab Tab space
    shot door ctrl+Return
    close
    RARE_TERMS_DRILL=panic-at-round-2 begin opening
    await_drill
    shot crash
    close
    begin offer
    shot offer Return
    shot read a
    close
    begin measures
    shot talks-over Return
    shot measures Return
    shot votes Return
    shot decision Return
    shot reckoning 1 Return
    close
    begin finished
    shot saves l
    shot debrief Return
    local sheet
    # The front page last: by then it has been worked out on the slowest machine.
    for sheet in 2 3 4 5 6 7 1; do shot "debrief-$sheet" "$sheet"; done
    shot replay r
    close
}

install_missing
command -v montage >/dev/null || fail 'missing command: montage'
[ -x "$binary" ] || fail "there is no $binary; build it with: cargo build"
folder=$out
positions
for size in $sizes; do
    for scale in $scales; do
        for palette in $palettes; do
            folder=$out/$size-$scale-$palette
            mkdir -p "$folder"
            rm -f "$folder"/*.png
            start_display "$size"
            tour
            end
            game='' display=''
            montage "$folder"/*.png -tile 4x -geometry 720x+6+6 "$out/$size-$scale-$palette.png"
            printf '%s: %d pictures\n' "$size-$scale-$palette" "$count"
        done
    done
done
printf 'pictures: %s\n' "$out"
