#!/usr/bin/env bash
# Reads the program's files with other programs: PDF, calendar and workbook. What is missing here is said and skipped.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source-path=SCRIPTDIR source=packages.sh
. scripts/packages.sh

need_rust
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
week=2026-W48
ironstride() { cargo run --release --config scripts/checked.toml --locked --quiet --bin ironstride -- "$@"; }
export_week() { ironstride export --workspace "$work/demo" --athlete "ben okafor" --week "$week" "$@"; }

ironstride demo "$work/demo" --athletes 2 --years 1 --today 2026-11-24
for sheet in week session season progress; do
  export_week --sheet "$sheet" --to "$work/$sheet.pdf"
  export_week --sheet "$sheet" --black-and-white --paper letter --to "$work/$sheet-plain.pdf"
done
export_week --sheet progress --charts all --to "$work/charts.pdf"
for end in md ics xlsx csv; do export_week --to "$work/week.$end"; done
export_week --weeks 4 --to "$work/week.zip"

# PDF: every session is there, every font is within, and the text has a structure.
[ "$(uname -s)" != Linux ] || need_packages "to read PDFs" poppler-utils || true
if command -v pdftotext >/dev/null; then
  squeeze() { tr -d '[:space:]\0' | tr -d '\342\200\213'; }
  pdftotext -raw "$work/week.pdf" - | squeeze >"$work/week.text"
  sed -n 's/^- .*\*\*\(.*\)\*\*.*/\1/p' "$work/week.md" >"$work/titles"
  [ -s "$work/titles" ] || fail "the week has no sessions to look for"
  while read -r title; do
    grep -qF "$(printf %s "$title" | squeeze)" "$work/week.text" || fail "the PDF lacks the session $title"
  done <"$work/titles"
  pdftotext -raw "$work/charts.pdf" - | squeeze >"$work/charts.text"
  for title in "Weekly load" "Weekly distance" "Estimated 1RM" "Hard sets" "Top weight" "Records" "How to read"; do
    grep -qF "$(printf %s "$title" | squeeze)" "$work/charts.text" || fail "the report lacks $title"
  done
  for pdf in "$work"/*.pdf; do
    pdffonts "$pdf" 2>/dev/null | awk 'NR > 2 && $(NF - 4) != "yes" { exit 1 }' || fail "$pdf lacks a font"
    pdfinfo "$pdf" 2>/dev/null | grep -q '^Tagged: *yes' || fail "$pdf has no structure"
  done
else
  say "skipped reading the PDFs: there is no pdftotext"
fi

# Calendar and workbook, by the libraries that other programs use.
cache=${XDG_CACHE_HOME:-$HOME/.cache}/ironstride-check
python=$cache/bin/python
[ -x "$python" ] || { python3 -m venv "$cache" && "$cache/bin/pip" install -q --timeout 10 --retries 1 icalendar openpyxl; } >/dev/null 2>&1 || true
if "$python" -c 'import icalendar, openpyxl' 2>/dev/null; then
  "$python" - "$work" <<'PYTHON'
import csv, datetime, sys
import icalendar, openpyxl

work = sys.argv[1]
with open(f"{work}/week.csv", encoding="utf-8-sig", newline="") as file:
    rows = list(csv.DictReader(file))
with open(f"{work}/week.ics", "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
for row in rows:
    event = events[f"{row['Id']}@ironstride"]
    assert str(event["SUMMARY"]) == row["Session"], (event["SUMMARY"], row["Session"])
    assert str(event["DTSTART"].dt) == row["Date"], (event["DTSTART"].dt, row["Date"])
assert rows and len(events) >= len(rows)

book = openpyxl.load_workbook(f"{work}/week.xlsx")
assert book.sheetnames == ["Weeks", "Sessions", "Sets", "Findings", "Plan"], book.sheetnames
for sheet in book:
    assert sheet.title == "Plan" or sheet.freeze_panes == "A2", sheet.title
    assert all(cell.data_type != "f" for line in sheet for cell in line), "a formula"
sessions = book["Sessions"]
columns = [cell.value for cell in sessions[1]]
lines = [dict(zip(columns, (cell.value for cell in line))) for line in sessions.iter_rows(min_row=2)]
assert [line["Session"] for line in lines] == [row["Session"] for row in rows]
assert all(isinstance(line["Date"], datetime.datetime) for line in lines)
assert any(isinstance(line["Planned min"], (int, float)) for line in lines)
PYTHON
else
  say "skipped reading calendar and workbook: Python cannot install icalendar and openpyxl"
fi

# Workouts, by a library that reads what watches read.
"$python" -c 'import fitdecode' 2>/dev/null || "$cache/bin/pip" install -q --timeout 10 --retries 1 fitdecode >/dev/null 2>&1 || true
if "$python" -c 'import fitdecode' 2>/dev/null; then
  "$python" - "$work/week.zip" <<'PYTHON'
import io, sys, zipfile
import fitdecode

repeats = 0
with zipfile.ZipFile(sys.argv[1]) as archive:
    names = archive.namelist()
    for name in (name for name in names if name.endswith(".fit")):
        check = fitdecode.CrcCheck.RAISE
        with fitdecode.FitReader(io.BytesIO(archive.read(name)), check_crc=check) as reader:
            messages = [frame for frame in reader if frame.frame_type == fitdecode.FIT_FRAME_DATA]
        value = lambda message, field: message.get_value(field, fallback=None)
        file_id, workout, *steps = messages
        assert value(file_id, "type") == "workout", name
        assert value(workout, "num_valid_steps") == len(steps) > 0, name
        assert name[11:-4].startswith(value(workout, "wkt_name")[:20]), (name, value(workout, "wkt_name"))
        for place, step in enumerate(steps):
            assert value(step, "message_index") == place, name
            if value(step, "duration_type") == "repeat_until_steps_cmplt":
                repeats += 1
                assert value(step, "duration_step") < place and value(step, "repeat_steps") > 1, name
    assert any(name.endswith(".txt") for name in names), names
assert repeats > 0, "no set and no interval is repeated"
PYTHON
else
  say "skipped reading the workouts: Python cannot install fitdecode"
fi

if command -v soffice >/dev/null; then
  soffice --headless "-env:UserInstallation=file://$work/office" --convert-to csv --outdir "$work/office-out" \
    "$work/week.xlsx" >/dev/null 2>&1
  [ -s "$work/office-out/week.csv" ] || fail "LibreOffice does not open the workbook"
else
  say "skipped opening the workbook: there is no LibreOffice"
fi
say "every file was read back"
