#!/usr/bin/env bash
# Takes the pictures of the guide and of the readme anew, out of those of the walk: needs ImageMagick. Look at them before
# they are committed.
#
#   scripts/guide-pictures.sh
set -euo pipefail
cd "$(dirname "$0")/.."
taken=$(mktemp -d)
trap 'rm -rf "$taken"' EXIT
guide=docs/guide/pictures

# piece FROM WIDTHxHEIGHT+LEFT+TOP WIDTH TO: a piece of a picture, as wide as said, in colours of its own. Of the print dialog
# the path stays away: it is that of a folder of this run. Dark surfaces need no dithering, and are a third of the size
# without it.
piece() {
    local dither=FloydSteinberg
    [ $theme = light ] || dither=None
    convert "$taken/$1.png" -alpha off -crop "$2" +repage -resize "$3x" -strip -dither $dither -colors 256 "png8:$4"
}

for theme in light dark; do
    scripts/pictures.sh "$taken/large" 1440x900 100 $theme week,library,charts,print,incoming
    scripts/pictures.sh "$taken/small" 1180x700 100 $theme week
    end=$([ $theme = light ] || echo -dark)
    [ $theme = dark ] || piece large/week 1440x900+0+0 1440 assets/pictures/week.png
    piece large/week 1440x900+0+0 1000 "$guide/window$end.png"
    piece large/charts-all 1440x900+0+0 900 "$guide/charts$end.png"
    piece small/drag-conflict 938x450+242+48 900 "$guide/drag$end.png"
    piece large/library-card 278x506+0+394 278 "$guide/exercise$end.png"
    piece large/week 286x400+1153+50 286 "$guide/findings$end.png"
    piece large/print-week 1054x534+193+111 860 "$guide/print$end.png"
    piece large/plan-read 988x650+225+126 860 "$guide/bring-in$end.png"
    piece large/history-report 666x336+387+282 666 "$guide/bring-in-history$end.png"
done
