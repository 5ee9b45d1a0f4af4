# What the scripts that play in a real window share. To be sourced.

# A software renderer on a busy machine is slow; nothing here should take this long (in seconds).
patience=180

packages=(xvfb xdotool imagemagick mesa-vulkan-drivers libvulkan1 libx11-xcb1 libxkbcommon-x11-0 libxcursor1 libxi6 libxrandr2)

game='' display='' number=''

fail() {
    printf '%s: %s\n' "$(basename "$0" .sh)" "$1" >&2
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
    for name in Xvfb xdotool import identify convert; do
        command -v "$name" >/dev/null || fail "missing command: $name"
    done
}

end() {
    local pid
    for pid in $game $display; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -f "$number"
}

# Starts a virtual display on any free number, of this size.
start_display() {
    local screen=${1:-1600x1000}
    trap end EXIT
    number=$(mktemp)
    Xvfb -displayfd 3 -screen 0 "${screen}x24" -noreset -nolisten tcp 3>"$number" 2>"$folder/display.log" &
    display=$!
    local began=$SECONDS
    until [ -s "$number" ]; do
        kill -0 "$display" 2>/dev/null || fail "no virtual display: $(tail -n 3 "$folder/display.log")"
        [ $((SECONDS - began)) -lt "$patience" ] || fail 'the virtual display does not start'
        sleep 0.2
    done
    DISPLAY=":$(tr -d '[:space:]' <"$number")"
    export DISPLAY
    unset WAYLAND_DISPLAY
}

alive() { kill -0 "$game" 2>/dev/null || fail 'the game stopped by itself'; }

# Starts the game with these arguments.
start_game() {
    "$binary" "$@" >"$folder/window.log" 2>&1 </dev/null &
    game=$!
}

# Waits for the game's window and gives it the keyboard; nobody manages windows here. The pointer goes where nothing explains itself.
await_window() {
    local began=$SECONDS
    until window=$(xdotool search --onlyvisible --name '^Rare Terms' 2>/dev/null | head -n 1) && [ -n "$window" ]; do
        alive
        [ $((SECONDS - began)) -lt "$patience" ] || fail 'no window shows'
        sleep 0.3
    done
    xdotool mousemove 0 0 windowfocus "$window" 2>/dev/null || true
}

# await_log PATTERN: waits until the log of the game has a line like it.
await_log() {
    local began=$SECONDS
    until grep -q -- "$1" "$folder/window.log"; do
        alive
        [ $((SECONDS - began)) -lt "$patience" ] || fail "the log never says: $1"
        sleep 0.2
    done
}

# press KEY: a key, or MODIFIER+KEY. What is held is held for a while, as a hand does: the window reads it once a picture.
press() {
    local held=''
    [[ "$1" != *+* ]] || held=${1%+*}
    [ -z "$held" ] || { xdotool keydown "$held" 2>/dev/null && sleep 0.4; } || true
    xdotool key "${1##*+}" 2>/dev/null || true
    [ -z "$held" ] || { sleep 0.4 && xdotool keyup "$held" 2>/dev/null; } || true
}

# painted NAME: takes pictures until one is painted and stays as it is; $now is what tells it from others.
painted() {
    local began=$SECONDS last='' raw=$folder/window.ppm
    while true; do
        alive
        import -silent -window root "$raw" || fail 'no picture could be taken'
        now=$(cksum <"$raw")
        # Fewer colours than this are no picture: text alone has more shades.
        if [ "$now" = "$last" ] && [ "$(identify -format '%k' "$raw")" -ge 16 ]; then
            # No date in it: equal pictures are equal files.
            convert "$raw" -define png:exclude-chunks=date,time "$folder/$1.png" && rm "$raw"
            return
        fi
        last=$now
        [ $((SECONDS - began)) -lt "$patience" ] || fail "$1: the window is not painted"
        sleep 0.5
    done
}
