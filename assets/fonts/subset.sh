#!/bin/sh
# Makes the font files beside this script from the full families, each under 60 KB.
#
# Needs: npm, tar, and pyftsubset (`pip install fonttools`).
# Usage: sh subset.sh            writes next to the script
#        sh subset.sh OUTDIR     writes into OUTDIR
#
# The versions are pinned so that a second run gives the same shapes.
set -eu

# A fixed date, so that a second run gives the same bytes.
export SOURCE_DATE_EPOCH=1735689600

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
out=${1:-$here}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Basic Latin, Latin-1, Latin Extended-A, then the signs the game sets text with: dashes, quotes, bullets, ellipsis, per mille,
# primes, guillemets, fraction slash, currency, subscript two, numero, trade mark, arrows, minus, comparison, and the small shapes
# that mark parties and states. A sign a family lacks is skipped without a word; ../README.md lists the gaps.
latin='U+0020-007E,U+00A0-00FF,U+0100-017F,U+0192,U+0218-021B,U+02C6,U+02C7,U+02D8-02DD'
punctuation='U+2002,U+2003,U+2007,U+2009,U+200A,U+202F,U+2010-2015,U+2018-201A,U+201C-201E,U+2020-2022,U+2026,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044'
figures='U+2070,U+2082,U+20A9,U+20AC,U+2116,U+2122'
arrows='U+2190-2199,U+21BA,U+21BB'
maths='U+2212,U+2215,U+221E,U+2248,U+2260,U+2264,U+2265'
shapes='U+25A0,U+25A1,U+25B2,U+25B3,U+25B6,U+25B8,U+25BA,U+25BC,U+25BE,U+25C0,U+25C2,U+25C4,U+25C6,U+25C7,U+25CA,U+25CB,U+25CF,U+2605,U+2606,U+2610,U+2611,U+2691,U+2713,U+2715,U+2717'
# Pictures for issues and events: scales, plane, spark, pick, flags, hourglass, anchor, gear, warning, letter, telephone, building,
# factory, ballot, locks, watch, ring, pencil, shield, money, box, magnifier, house, bolt, map, hammers, swords, ship, pump, check, cross.
pictures='U+2696,U+2708,U+2726,U+26CF,U+2690,U+2691,U+231B,U+23F3,U+2693,U+2699,U+26A0,U+2709,U+260E,U+1F3DB,U+1F3ED,U+1F5F3,U+1F512,U+1F513,U+23F1,U+25CE,U+25C9,U+270E,U+1F6E1,U+1F4B0,U+1F4E6,U+1F50D,U+1F3E0,U+26A1,U+1F5FA,U+2692,U+2694,U+26F4,U+26FD,U+2713,U+2717,U+232B,U+23CE,U+25BD'
unicodes="$latin,$punctuation,$figures,$arrows,$maths,$shapes"

fetch() { # package version: unpacks it to $work/package-name
    (cd "$work" && npm pack --silent "@expo-google-fonts/$1@$2" >/dev/null)
    mkdir -p "$work/$1"
    tar -xzf "$work/expo-google-fonts-$1-$2.tgz" -C "$work/$1" --strip-components=1
}

# Kerning is the one layout feature kept: no combining marks are in the set, and ligatures would put two letters under one caret stop.
# Hinting goes too, as the window draws unhinted outlines. The second step packs the kerning tables tighter.
#
# The families come under reserved names, and a cut-down copy may not carry those (condition 3 of the licence), so each file gets a plain
# name of its own. Copyright and licence entries stay as they were.
cut() { # source-file target-name family style codepoints
    pyftsubset "$1" --output-file="$work/cut.ttf" --unicodes="$5" \
        --layout-features='kern' --no-hinting \
        --name-IDs='0,1,2,3,4,5,6,13,14' --name-languages='0x0409' --notdef-outline --drop-tables+=DSIG,STAT,BASE,meta
    fonttools otlLib.optimize --gpos-compression-level 9 "$work/cut.ttf" -o "$work/packed.ttf" 2>/dev/null
    python3 "$work/rename.py" "$work/packed.ttf" "$out/$2.ttf" "$3" "$4"
}

cat >"$work/rename.py" <<'PY'
import sys
from fontTools.ttLib import TTFont

source, target, family, style = sys.argv[1:]
font = TTFont(source, recalcTimestamp=False)
names = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}
for record in list(font["name"].names):
    if record.nameID in names:
        font["name"].setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
font.save(target)
PY

mkdir -p "$out"
fetch source-serif-4 0.4.1
fetch ibm-plex-sans 0.4.1
fetch ibm-plex-mono 0.4.1
fetch noto-sans-symbols 0.4.1
fetch noto-sans-symbols-2 0.4.1

serif="$work/source-serif-4"
cut "$serif/400Regular/SourceSerif4_400Regular.ttf" serif 'Terms Serif' Regular "$unicodes"
cut "$serif/600SemiBold/SourceSerif4_600SemiBold.ttf" serif-bold 'Terms Serif' SemiBold "$unicodes"
cut "$serif/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf" serif-italic 'Terms Serif' Italic "$unicodes"

sans="$work/ibm-plex-sans"
cut "$sans/400Regular/IBMPlexSans_400Regular.ttf" sans 'Terms Sans' Regular "$unicodes"
cut "$sans/600SemiBold/IBMPlexSans_600SemiBold.ttf" sans-bold 'Terms Sans' SemiBold "$unicodes"

mono="$work/ibm-plex-mono"
cut "$mono/400Regular/IBMPlexMono_400Regular.ttf" mono 'Terms Mono' Regular "$unicodes"
cut "$mono/600SemiBold/IBMPlexMono_600SemiBold.ttf" mono-bold 'Terms Mono' SemiBold "$unicodes"

# Shapes and small pictures the text families lack; every family falls back to these two.
cut "$work/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf" symbols-a 'Terms Symbols A' Regular "$shapes,$pictures"
cut "$work/noto-sans-symbols/400Regular/NotoSansSymbols_400Regular.ttf" symbols-b 'Terms Symbols B' Regular "$shapes,$pictures"

# The box the window draws for a letter nobody has. It needs a file of its own: the toolkit takes every letter of the file the box is in
# for missing when it is asked what it can draw.
cut "$work/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf" missing 'Terms Missing' Regular 'U+25FB'

cp "$sans/LICENSE_FONT" "$out/OFL-IBM-Plex-Sans.txt"
cp "$mono/LICENSE_FONT" "$out/OFL-IBM-Plex-Mono.txt"
cp "$work/noto-sans-symbols/LICENSE_FONT" "$out/OFL-Noto-Sans-Symbols.txt"
# The serif's files name a second holder beside the one in the licence text, so both lines go on top.
{
    echo "Copyright 2014 - 2021 Adobe Systems Incorporated (http://www.adobe.com/), with Reserved Font Name 'Source'."
    cat "$serif/LICENSE_FONT"
} >"$out/OFL-Source-Serif-4.txt"
