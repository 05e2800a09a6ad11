//! How much of the plan was done.

use super::spec::{ChartSpec, Source, ends, hit, key, over_time, recent, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::color::{Hue, Tone};
use crate::chart::scene::{Bar, Extent, Layer, Scene, TimeBody, Word};
use crate::chart::table::{Cell, Column, Table, ValueFormat};
use crate::load;
use crate::load::series::{self, AdherenceBar, Kept, Period, SessionFigures, Stand};

const DONE: Tone = Tone::of(Hue::Easy);
const CUT_SHORT: Tone = DONE.faded();
const LEFT_OUT: Tone = Tone::of(Hue::Quality);
const UNSPOKEN: Tone = Tone::of(Hue::Grey);

impl Chart {
    /// How much of the plan was done.
    pub const ADHERENCE: Self = Self::new("adherence");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const SPEC: ChartSpec = ChartSpec {
    in_usual_report: true,
    faded: "cut short",
    pointing: "Point at a week to read what was left out.",
    ..ChartSpec::new(
        Chart::ADHERENCE,
        "Plan kept",
        "What did I do of the plan, and what did I skip?",
        "What became of the sessions due in each week: done (moved ones count as done; pale \
         ones were cut short), skipped on purpose or missed, or passed without being logged. The \
         share is told over the last four weeks, by count. Days to come, rest, notes and mobility are not counted.",
        scene,
    )
};

fn scene(source: &Source<'_>) -> Scene {
    let title = vec![
        Word::plain("Plan:"),
        Word::toned("done", DONE),
        Word::toned("skipped", LEFT_OUT),
        Word::toned("not logged", UNSPOKEN),
    ];
    let grouping = source.group.grouping();
    let drawn = series::adherence(source.figures, source.today, source.whole(), grouping);
    let bars = match drawn {
        Ok(bars) => bars,
        Err(missing) => return too_little(&SPEC, title, missing),
    };
    let stacked = bars.iter().map(|bar| {
        let (from, to) = ends(bar.bucket);
        let kept = bar.kept;
        let parts = vec![
            ((kept.done - kept.cut_short) as f64, DONE),
            (kept.cut_short as f64, CUT_SHORT),
            (kept.left_out as f64, LEFT_OUT),
            (kept.unspoken as f64, UNSPOKEN),
        ];
        Bar { from, to, parts }
    });
    let layers = vec![Layer::Bars(stacked.collect())];
    let mut hits = Vec::with_capacity(bars.len());
    let mut table = table();
    for bar in &bars {
        let row = table.push(key(bar.bucket), row(source, bar));
        hits.push(hit(bar.bucket, row));
    }
    let answer = answer(source);
    let body = TimeBody {
        unit: "sessions".to_owned(),
        format: ValueFormat::Number(0),
        extent: Extent::FromZero(6.0),
        layers,
        hits,
        nothing: "Nothing was due in this time".to_owned(),
    };
    over_time(&SPEC, title, answer.clone(), answer, body, table)
}

fn table() -> Table {
    let count = |name: &str| Column::new(name, "", ValueFormat::Number(0));
    Table::new(
        "From",
        vec![
            count("Due"),
            count("Done").toned(DONE),
            count("Of these cut short").toned(CUT_SHORT),
            count("Of these moved"),
            count("Skipped").toned(LEFT_OUT),
            count("Not logged").toned(UNSPOKEN),
            count("Left out"),
            Column::new("Four weeks, by count", "", ValueFormat::Share),
            Column::new("Four weeks, by load", "", ValueFormat::Share),
        ],
    )
}

fn row(source: &Source<'_>, bar: &AdherenceBar) -> Vec<Cell> {
    let Kept {
        due,
        done,
        cut_short,
        moved,
        left_out,
        unspoken,
        ..
    } = bar.kept;
    let some = |count: usize| Cell::from((count > 0).then_some(count as f64));
    vec![
        (due as f64).into(),
        (done as f64).into(),
        some(cut_short),
        some(moved),
        some(left_out),
        some(unspoken),
        left_out_of(source, bar.bucket).join(", ").into(),
        bar.four_weeks.by_count().into(),
        bar.four_weeks.by_load().into(),
    ]
}

/// What was skipped or passed without being logged, by name and day.
fn left_out_of(source: &Source<'_>, period: Period) -> Vec<String> {
    let sessions = source.figures.sessions_within(period);
    sessions
        .filter(|session| is_left_out(session, source))
        .map(|session| {
            let title = title_of(source, session);
            format!("{title}, {}", source.dates.day_month(session.date))
        })
        .collect()
}

fn is_left_out(session: &SessionFigures, source: &Source<'_>) -> bool {
    let due = session.date <= source.today && !session.is_to_come(source.today);
    session.is_training() && due && matches!(session.stand, Stand::LeftOut | Stand::Open)
}

fn title_of(source: &Source<'_>, session: &SessionFigures) -> String {
    let session = source.athlete.sessions.get(session.session);
    session.map_or_else(
        || "A session".to_owned(),
        |session| load::title_of(&session.plan, source.library),
    )
}

/// "19 of 20 in 4 weeks (95 %) · skipped 1 in 12 weeks: Tempo, 10 Nov".
fn answer(source: &Source<'_>) -> String {
    let kept = series::kept_lately(source.figures, source.today, source.today);
    let Some(share) = kept.by_count() else {
        return "Nothing was due in the last 4 weeks".to_owned();
    };
    let share = ValueFormat::Share.figure(share);
    let told = format!("{} of {} in 4 weeks ({share})", kept.done, kept.due);
    let mut since = recent(source);
    since.last = source.today;
    let left_out = left_out_of(source, since);
    let weeks = source.answers.weeks;
    match left_out.last() {
        None => format!("{told} · nothing skipped in {weeks} weeks"),
        Some(last) if left_out.len() == 1 => format!("{told} · skipped 1 in {weeks} weeks: {last}"),
        Some(last) => format!(
            "{told} · skipped {} in {weeks} weeks, last {last}",
            left_out.len()
        ),
    }
}
