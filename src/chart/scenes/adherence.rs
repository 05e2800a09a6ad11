//! How much of the plan was done.

use super::spec::{ChartSpec, Source, ends, hit, key, over_time, recent, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::color::{Hue, Tone};
use crate::chart::scene::{Bar, Extent, Layer, Scene, TimeBody, Word};
use crate::chart::table::{Cell, Column, Table, ValueFormat};
use crate::load;
use crate::load::series::{self, AdherenceBar, Kept, Period, SessionFigures, Stand};

const DONE: Tone = Tone::of(Hue::Easy);
// What is faded is planned, here as in every chart; so this has a colour of its own.
const CUT_SHORT: Tone = Tone::of(Hue::Steady);
const LEFT_OUT: Tone = Tone::of(Hue::Quality);
const UNSPOKEN: Tone = Tone::of(Hue::Grey);
const TO_COME: Tone = DONE.faded();

impl Chart {
    /// How much of the plan was done.
    pub const ADHERENCE: Self = Self::new("adherence");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const SPEC: ChartSpec = ChartSpec {
    looks_ahead: true,
    in_usual_report: true,
    pointing: "Point at a week to read what was left out.",
    ..ChartSpec::new(
        Chart::ADHERENCE,
        "Plan kept",
        "What did I do of the plan, and what did I skip?",
        "What became of the sessions due in each week: done (moved ones count as done), \
         cut short, skipped on purpose or missed, or passed without being logged. The \
         share is told over the last four weeks, by count. Faded sessions are still planned. Rest, notes and mobility are not counted.",
        scene,
    )
};

fn scene(source: &Source<'_>) -> Scene {
    let grouping = source.group.grouping();
    let drawn = series::adherence(source.figures, source.today, source.whole(), grouping);
    let bars = match drawn {
        Ok(bars) => bars,
        Err(missing) => return too_little(&SPEC, title(&[]), missing),
    };
    let stacked = bars.iter().map(|bar| {
        let (from, to) = ends(bar.bucket);
        let kept = bar.kept;
        let parts = vec![
            ((kept.done - kept.cut_short) as f64, DONE),
            (kept.cut_short as f64, CUT_SHORT),
            (kept.left_out as f64, LEFT_OUT),
            (kept.unspoken as f64, UNSPOKEN),
            (kept.to_come as f64, TO_COME),
        ];
        Bar { from, to, parts }
    });
    let layers = vec![Layer::Bars(stacked.collect())];
    let mut hits = Vec::with_capacity(bars.len());
    let mut table = table(source);
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
    over_time(&SPEC, title(&bars), answer.clone(), answer, body, table)
}

/// The words that are the key, of what there is: all of them would not fit a small chart.
fn title(bars: &[AdherenceBar]) -> Vec<Word> {
    let mut title = vec![Word::plain("Plan:"), Word::toned("done", DONE)];
    let any = |count: fn(&Kept) -> usize| bars.iter().any(|bar| count(&bar.kept) > 0);
    let besides = [
        ("cut short", CUT_SHORT, any(|kept| kept.cut_short)),
        ("skipped", LEFT_OUT, any(|kept| kept.left_out)),
        ("not logged", UNSPOKEN, any(|kept| kept.unspoken)),
    ];
    let there_is = besides.into_iter().filter(|(.., is_there)| *is_there);
    title.extend(there_is.map(|(word, tone, _)| Word::toned(word, tone)));
    title
}

fn table(source: &Source<'_>) -> Table {
    let count = |name: &str| Column::new(name, "sessions", ValueFormat::Number(0));
    Table::new(
        source.group.heading(),
        vec![
            count("Planned"),
            count("Done").toned(DONE),
            count("Of these cut short").toned(CUT_SHORT),
            count("Of these moved"),
            count("Skipped").toned(LEFT_OUT),
            count("Not logged").toned(UNSPOKEN),
            count("To come").toned(TO_COME),
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
        to_come,
        ..
    } = bar.kept;
    let some = |count: usize| Cell::from((count > 0).then_some(count as f64));
    let begun = bar.bucket.first <= source.today;
    let four_weeks = Some(&bar.four_weeks).filter(|_| begun);
    let lately = |share: fn(&Kept) -> Option<f64>| Cell::from(four_weeks.and_then(share));
    vec![
        ((due + to_come) as f64).into(),
        Cell::from((begun || done > 0).then_some(done as f64)),
        some(cut_short),
        some(moved),
        some(left_out),
        some(unspoken),
        some(to_come),
        left_out_of(source, bar.bucket).join(", ").into(),
        lately(Kept::by_count),
        lately(Kept::by_load),
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
    let is_ahead = session.is_to_come(source.today);
    session.is_training() && !is_ahead && matches!(session.stand, Stand::LeftOut | Stand::Open)
}

fn title_of(source: &Source<'_>, session: &SessionFigures) -> String {
    let session = source.athlete.sessions.get(session.session);
    session.map_or_else(
        || "A session".to_owned(),
        |session| load::title_of(&session.plan, source.library),
    )
}

/// "19 of 20 in 4 weeks (95 %) · skipped 1 in the last 6 weeks: Tempo, 10 Nov".
fn answer(source: &Source<'_>) -> String {
    let kept = series::kept_lately(source.figures, source.today, source.told());
    let Some(share) = kept.by_count() else {
        return "Nothing was due in the last 4 weeks".to_owned();
    };
    let share = ValueFormat::Share.figure(share);
    let told = format!("{} of {} in 4 weeks ({share})", kept.done, kept.due);
    let left_out = left_out_of(source, recent(source));
    let lately = source.answers.lately();
    match left_out.last() {
        None => format!("{told} · nothing skipped in {lately}"),
        Some(last) if left_out.len() == 1 => {
            format!("{told} · skipped 1 in {lately}: {last}")
        }
        Some(last) => format!(
            "{told} · skipped {} in {lately}, last {last}",
            left_out.len()
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::color::Shade;
    use crate::domain::Session;
    use crate::domain::{
        Athlete, AthleteId, Plan, Profile, RunKind, RunPlan, SessionId, Stamp, Status, Workout,
    };
    use crate::library::Library;
    use crate::load::series::TrainingDigest;

    /// An easy run on each of these days, of which this became.
    fn runner<const N: usize>(dated: [(&str, Status); N]) -> Athlete {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        for (place, (date, status)) in dated.into_iter().enumerate() {
            let plan = Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)));
            let id = SessionId::from_bits(place as u128);
            let mut run = Session::planned(id, date.parse().unwrap(), plan, Stamp::default());
            run.status = status;
            athlete.sessions.put(run.into(), place);
        }
        athlete
    }

    /// What was skipped before its day stood in its bar and was not named.
    #[test]
    fn what_is_skipped_or_done_ahead_is_named_as_it_is_drawn() {
        let library = Library::shipped().unwrap();
        let skipped = Status::Skipped {
            reason: "ill".into(),
        };
        let athlete = runner([
            ("2026-11-24", Status::Done),
            ("2026-11-27", skipped),
            ("2026-12-01", Status::Done),
        ]);
        let figures = TrainingDigest::of(&athlete, &library);
        let today = "2026-11-25".parse().unwrap();
        let source = Source::on(today, (&athlete, &library, &figures));
        let table = scene(&source).table;
        let cell = |row: usize, name: &str| {
            let place = table.columns.iter().position(|column| column.name == name);
            table.rows[row].cells[place.unwrap()].clone()
        };
        assert_eq!(
            cell(0, "Left out"),
            Cell::Text("Easy run, 27 Nov".to_owned())
        );
        assert_eq!(cell(1, "Done"), Cell::Number(1.0));
    }

    /// Pale green was what was cut short, which no word named, and weeks to come were empty.
    #[test]
    fn each_part_has_a_word_of_its_colour_and_what_is_planned_is_faded() {
        let library = Library::shipped().unwrap();
        let dated = [
            ("2026-11-17", Status::Done),
            ("2026-11-18", Status::Partial),
            ("2026-11-19", Status::Planned),
            (
                "2026-11-20",
                Status::Skipped {
                    reason: "ill".into(),
                },
            ),
            ("2026-11-27", Status::Planned),
            ("2026-12-01", Status::Planned),
        ];
        let athlete = runner(dated);
        let figures = TrainingDigest::of(&athlete, &library);
        let source = Source::on(
            "2026-11-25".parse().unwrap(),
            (&athlete, &library, &figures),
        );
        let scene = scene(&source);
        let Some(Layer::Bars(bars)) = scene.time().unwrap().layers.first() else {
            panic!("{scene:?}")
        };
        let parts = |bar: &Bar| -> Vec<Tone> {
            let parts = bar.parts.iter().filter(|(count, _)| *count > 0.0);
            parts.map(|(_, tone)| *tone).collect()
        };
        assert_eq!(bars.len(), 3);
        let past = parts(&bars[0]);
        assert_eq!(past.len(), 4);
        for tone in past {
            assert!(scene.title.iter().any(|word| word.tone == tone), "{tone:?}");
            assert_eq!(tone.shade, Shade::Full);
        }
        assert_eq!(
            (parts(&bars[1]), parts(&bars[2])),
            (vec![TO_COME], vec![TO_COME])
        );
    }
}
