//! Hard sets of each muscle against its band, as bars and on the body map.

use super::spec::{ChartSpec, Source, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::color::{Hue, Tone};
use crate::chart::scene::{Body, MuscleShare, MusclesBody, RowBar, RowsBody, Scene, Target, Word};
use crate::chart::table::{Cell, Column, Key, Table, ValueFormat};
use crate::chart::words;
use crate::domain::Muscle;
use crate::load::series::{self, BandPlace, Grouping, MuscleBar, MuscleMean, Period, band_of};

const SETS: Tone = Tone::of(Hue::Strength);
/// Weeks up to the shown one in which there has to be a set, or there is nothing to show.
const WEEKS: i64 = 4;

impl Chart {
    /// Hard sets of each muscle against its band.
    pub const HARD_SETS: Self = Self::new("hard-sets");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const HARD_SETS: ChartSpec = ChartSpec {
    looks_ahead: true,
    about_shown_week: true,
    in_usual_report: true,
    ..ChartSpec::new(
        Chart::HARD_SETS,
        "Hard sets per muscle",
        "Which muscles get too little this week?",
        "Working sets of the shown week with up to four repetitions in reserve: one for each \
         muscle that does the work, half for each that helps. The muscles with the fewest come first. Faded sets are still \
         planned. The pale stretch is the weekly band for the lifting level. It is practice: studies \
         counted sets of an exercise (Ralston 2017) or halves for helpers (Pelland 2024), and the \
         high end is kept low because legs have running to recover from. A set that does not say its \
         reserve counts as hard; heavy legs are judged more strictly, by sets with up to three in \
         reserve.",
        bars,
    )
};

/// Bars, the muscles with the fewest sets first.
fn bars(source: &Source<'_>) -> Scene {
    let title = vec![Word::toned("Hard sets", SETS), Word::plain("per muscle")];
    let Some(found) = Found::of(source) else {
        return too_little(&HARD_SETS, title, MISSING);
    };
    let rows = found.means.iter().map(|mean| {
        let muscle = mean.muscle;
        let (done, ahead) = (
            f64::from(found.week.done.of(muscle)),
            f64::from(found.week.to_come.of(muscle)),
        );
        let band = [f64::from(mean.band.low), f64::from(mean.band.high)];
        let place = found.place(mean);
        let sets = words::number(done + ahead, 1);
        let (text, hue) = match place {
            BandPlace::None | BandPlace::Below => (format!("{sets} ▼ low"), Hue::Caution),
            BandPlace::Within => (sets, Hue::Text),
            BandPlace::Above => (format!("{sets} ▲ high"), Hue::Quality),
        };
        RowBar {
            name: muscle.short().to_owned(),
            parts: vec![(done, SETS), (ahead, SETS.faded())],
            band: Some(band),
            text,
            tone: Tone::of(if hue == Hue::Quality {
                Hue::Caution
            } else {
                hue
            }),
        }
    });
    let body = RowsBody {
        unit: "sets".to_owned(),
        rows: rows.collect(),
        target: Some(Target::Week(source.shown)),
    };
    let answer = found.answer();
    let mut muscles = found.means.iter();
    let is_ahead = muscles.any(|mean| found.week.to_come.of(mean.muscle) > 0.0);
    Scene {
        chart: Chart::HARD_SETS,
        title,
        subtitle: if is_ahead {
            format!("{answer} · faded: planned")
        } else {
            answer.clone()
        },
        summary: format!(
            "Hard sets per muscle, {}. {answer}",
            words::week_name(source.dates, source.shown)
        ),
        body: Body::Rows(body),
        table: found.table(),
    }
}

impl Chart {
    /// The same on the body map.
    pub const BODY_MAP: Self = Self::new("body-map");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const BODY_MAP: ChartSpec = ChartSpec {
    looks_ahead: true,
    about_shown_week: true,
    about_in_grey: Some(
        "The same hard sets on the body, the more the darker: pale none, grey below the weekly band, \
         dark within it, black above it.",
    ),
    pointing: "Point at a muscle to read its sets.",
    in_usual_report: true,
    ..ChartSpec::new(
        Chart::BODY_MAP,
        "Body map of hard sets",
        "Where on the body did the week’s sets go?",
        "The same hard sets on the body: grey none, pale below the weekly band, violet \
         within it, orange above it.",
        body_map,
    )
};

/// The same on the body.
fn body_map(source: &Source<'_>) -> Scene {
    let title = vec![Word::plain("Body map of"), Word::toned("hard sets", SETS)];
    let Some(found) = Found::of(source) else {
        return too_little(&BODY_MAP, title, MISSING);
    };
    let level = source.figures.profile().level;
    let share = |muscle: &Muscle| {
        let band = band_of(*muscle, level);
        let share = MuscleShare {
            sets: f64::from(found.week.total(*muscle)),
            band: [f64::from(band.low), f64::from(band.high)],
        };
        (*muscle, share)
    };
    let answer = found.answer();
    Scene {
        chart: Chart::BODY_MAP,
        title,
        subtitle: answer.clone(),
        summary: format!(
            "Body map of hard sets, {}. {answer}",
            words::week_name(source.dates, source.shown)
        ),
        body: Body::Muscles(MusclesBody {
            shares: Muscle::ALL.iter().map(share).collect(),
        }),
        table: found.table(),
    }
}

const MISSING: &str = "No strength session with exercises in the last four weeks or in this one. \
                       Plan one and its sets appear here, muscle by muscle.";

/// The shown week, and the mean week of the four that end with it, the muscles with the fewest sets of the shown week first.
struct Found {
    week: MuscleBar,
    means: Vec<MuscleMean>,
}

impl Found {
    fn of(source: &Source<'_>) -> Option<Self> {
        let start = source.figures.profile().week_start;
        let week = Grouping::Week.around(source.shown, start);
        let four = Period::new(week.shifted(-7 * (WEEKS - 1)).first, week.last);
        let mut means = series::mean_hard_sets(source.figures, source.today, four).ok()?;
        let bars = series::hard_sets(source.figures, source.today, four, Grouping::Week).ok()?;
        let week = *bars.last()?;
        // Of as many sets those say less that fill less of their band.
        let rank = |mean: &MuscleMean| {
            let sets = week.total(mean.muscle);
            (sets, sets / mean.band.low)
        };
        means.sort_by(|a, b| {
            let ((few, little), (many, much)) = (rank(a), rank(b));
            few.total_cmp(&many)
                .then(little.total_cmp(&much))
                .then(b.band.low.total_cmp(&a.band.low))
        });
        Some(Self { week, means })
    }

    /// Where a muscle stands in the shown week.
    fn place(&self, mean: &MuscleMean) -> BandPlace {
        mean.band.place(self.week.total(mean.muscle))
    }

    /// "Low in W48: soleus, upper back": the same muscles that the rows call low.
    fn answer(&self) -> String {
        let week = words::week_number(self.week.bucket.first);
        let low = self
            .means
            .iter()
            .filter(|mean| self.place(mean) < BandPlace::Within);
        let names: Vec<String> = low.map(|mean| mean.muscle.short().to_lowercase()).collect();
        match names.as_slice() {
            [] => format!("Every muscle has its sets in {week}"),
            [first, second, third, rest @ ..] if !rest.is_empty() => format!(
                "Low in {week}: {first}, {second}, {third} and {} more",
                rest.len()
            ),
            few => format!("Low in {week}: {}", few.join(", ")),
        }
    }

    fn table(&self) -> Table {
        let sets = |name: &str| Column::new(name, "sets", ValueFormat::Number(1));
        let mut table = Table::new(
            "Muscle",
            vec![
                sets("All of this week"),
                sets("Done this week").toned(SETS),
                sets("Still planned").toned(SETS.faded()),
                sets("Mean of 4 weeks"),
                sets("Band from"),
                sets("Band to"),
            ],
        );
        for mean in &self.means {
            let number = |value: f32| Cell::Number(f64::from(value));
            let cells = vec![
                number(self.week.total(mean.muscle)),
                number(self.week.done.of(mean.muscle)),
                number(self.week.to_come.of(mean.muscle)),
                number(mean.sets),
                number(mean.band.low),
                number(mean.band.high),
            ];
            table.push(Key::Name(mean.muscle.short().to_owned()), cells);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Athlete, AthleteId, Plan, Profile, Session, SessionId, Stamp};
    use crate::domain::{Count, ExerciseId, Prescription, Reps, StrengthPlan, Workout};
    use crate::library::Library;
    use crate::load::series::TrainingDigest;

    /// Sets of the weeks before, which no row shows, once had a say in the caption and in the order.
    #[test]
    fn the_caption_names_the_muscles_that_the_rows_call_low_and_the_fewest_sets_come_first() {
        let library = Library::shipped().unwrap();
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        let dated = [
            ("2026-11-03", "bench-press"),
            ("2026-11-10", "bench-press"),
            ("2026-11-26", "squat"),
            ("2026-11-27", "squat"),
        ];
        for (place, (date, exercise)) in dated.into_iter().enumerate() {
            let exercise = ExerciseId::new(exercise);
            let entry = Prescription::new(
                exercise,
                "",
                Count::exactly(3),
                Reps::Count(Count::exactly(5)),
            );
            let plan = StrengthPlan {
                exercises: vec![entry],
                ..StrengthPlan::default()
            };
            let id = SessionId::from_bits(place as u128);
            let plan = Plan::new(Workout::Strength(plan));
            let session = Session::planned(id, date.parse().unwrap(), plan, Stamp::default());
            athlete.sessions.put(session.into(), place);
        }
        let figures = TrainingDigest::of(&athlete, &library);
        let source = Source::on(
            "2026-11-25".parse().unwrap(),
            (&athlete, &library, &figures),
        );
        let scene = bars(&source);
        let Body::Rows(body) = &scene.body else {
            panic!("{scene:?}")
        };
        let lengths: Vec<f64> = body.rows.iter().map(RowBar::length).collect();
        assert!(
            lengths.is_sorted() && lengths.last() > Some(&0.0),
            "{lengths:?}"
        );
        let low = body.rows.iter().filter(|row| row.text.ends_with("low"));
        let low: Vec<String> = low.map(|row| row.name.to_lowercase()).collect();
        let said = format!(
            "Low in W48: {}, {}, {} and {} more · faded: planned",
            low[0],
            low[1],
            low[2],
            low.len() - 3
        );
        assert_eq!(scene.subtitle, said);
    }
}
