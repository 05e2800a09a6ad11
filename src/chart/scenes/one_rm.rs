//! The maxima of several exercises over time, tested and estimated.

use super::lift_lines::{self, DayGrid};
use super::spec::{Ahead, ChartSpec, Source, over_time, recent, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::color::{Hue, Tone};
use crate::chart::legend_entry;
use crate::chart::picture::Heft;
use crate::chart::scene::{Form, Hit, Label, Layer, Point, Scene, Target, Word};
use crate::chart::table::{Column, Table, ValueFormat};
use crate::chart::time::day_of;
use crate::chart::words;
use crate::domain::Units;
use crate::load::series::{self, ExerciseMaxima, OneRmPoint, best_of};

impl Chart {
    /// Estimated maxima of several exercises.
    pub const ONE_RM: Self = Self::new("one-rm");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const SPEC: ChartSpec = ChartSpec {
    looks_ahead: true,
    takes_exercises: true,
    in_usual_report: true,
    legend: legend_entry::points,
    ..ChartSpec::new(
        Chart::ONE_RM,
        "Estimated 1RM",
        "Am I getting stronger?",
        "The best working set of each session, turned into the load that could be lifted \
         once: load × (1 + repetitions / 30), repetitions in reserve counted in (Epley \
         1985). Faded points rest on more than 10 repetitions and are rough; warm-ups and \
         sets of more than 12 give no estimate. Diamonds are tested maxima. Where reserve \
         was not logged the set counts as taken to the limit, so the estimate is low. Dashed: \
         what the planned sets suppose, done to the letter; loads planned in percent suppose \
         nothing.",
        scene,
    )
};

fn scene(source: &Source<'_>) -> Scene {
    let title = |several: bool, first: &str| {
        if several {
            vec![Word::plain("Estimated 1RM")]
        } else {
            vec![
                Word::toned(first, Tone::of(Hue::Strength)),
                Word::plain("estimated 1RM"),
            ]
        }
    };
    let drawn = series::one_rm_of(source.figures, source.today, source.exercises);
    let Ok(series) = drawn else {
        let words = "No sets with a load logged yet. Log a strength session with sets of up to 12 \
                     repetitions and its estimate appears here.";
        return too_little(&SPEC, title(true, ""), words);
    };
    let units = source.units();
    let several = series.len() > 1;
    let mut layers = Vec::new();
    for (maxima, tone) in series.iter().zip(Tone::LINES) {
        let name = if several { maxima.name.as_str() } else { "" };
        layers.extend(drawn_maxima(maxima, name, units, tone));
    }
    let first = series.first();
    let best = first.and_then(|maxima| best_of(&maxima.points));
    if let (Some(best), false) = (best, several) {
        layers.extend(best_marks(best, units));
    }
    let (table, hits) = read(&series, units);
    let answer = answer(source, &series);
    let body = lift_lines::body(units, layers, hits);
    let summary = first.map_or_else(String::new, |first| {
        let best = best.map_or_else(String::new, |best| {
            let kg = words::mass(best.kg, units);
            format!(": best {kg} on {}", source.dates.weekday_date(best.date))
        });
        format!("{}{best}. {answer}", first.name)
    });
    let title = title(several, first.map_or("", |first| &first.name));
    over_time(&SPEC, title, answer, summary, body, table)
}

/// The maxima of one exercise as a line with its points, dashed and hollow where they are only planned.
fn drawn_maxima(maxima: &ExerciseMaxima, name: &str, units: Units, tone: Tone) -> [Layer; 2] {
    let done = maxima.points.iter().map(|it| point(it, units, tone));
    let planned = maxima.planned.iter().map(|it| Point {
        at: day_of(it.date) + 0.5,
        value: words::mass_in(it.kg, units),
        form: Form::Hollow,
        tone,
    });
    lift_lines::traced(done.collect(), planned.collect(), name, tone)
}

fn point(point: &OneRmPoint, units: Units, tone: Tone) -> Point {
    Point {
        at: day_of(point.date) + 0.5,
        value: words::mass_in(point.kg, units),
        form: if point.is_tested() {
            Form::Diamond
        } else {
            Form::Dot
        },
        tone: if point.is_rough() { tone.faded() } else { tone },
    }
}

/// A ring and a label where the best one is.
fn best_marks(best: &OneRmPoint, units: Units) -> [Layer; 2] {
    let (at, value) = (day_of(best.date) + 0.5, words::mass_in(best.kg, units));
    let tested = if best.is_tested() { ", tested" } else { "" };
    let ring = Point {
        at,
        value,
        form: Form::Ring,
        tone: Tone::of(Hue::Quality),
    };
    let label = Label {
        at,
        value,
        text: format!("best {}{tested}", words::mass(best.kg, units)),
        heft: Heft::SemiBold,
        tone: Tone::of(Hue::Text),
    };
    [Layer::Points(vec![ring]), Layer::Labels(vec![label])]
}

/// A row a day, with a column for each exercise and one for what is planned of it, and what pointing at them reads.
fn read(series: &[ExerciseMaxima], units: Units) -> (Table, Vec<Hit>) {
    let mut grid = DayGrid::default();
    let unit = words::mass_unit(units);
    for (maxima, tone) in series.iter().zip(Tone::LINES) {
        let done = Column::new(maxima.name.clone(), unit, ValueFormat::Number(1)).toned(tone);
        let column = grid.column(done);
        for point in &maxima.points {
            let target = point
                .session
                .map_or(Target::Week(point.date), Target::Session);
            grid.point(column, point.date, words::mass_in(point.kg, units), target);
        }
        if maxima.planned.is_empty() {
            continue;
        }
        let name = format!("{}, planned", maxima.name);
        let column =
            grid.column(Column::new(name, unit, ValueFormat::Number(1)).toned(tone.faded()));
        for point in &maxima.planned {
            let target = Target::Session(point.session);
            grid.point(column, point.date, words::mass_in(point.kg, units), target);
        }
    }
    grid.finish()
}

/// "Last 12 weeks, kg: Squat +4.5 · Bench press ±0". Of a lift with a single estimate that is told, since nothing was
/// gained yet: "First estimates, kg: Squat 78".
fn answer(source: &Source<'_>, series: &[ExerciseMaxima]) -> String {
    let recent = recent(source);
    let units = source.units();
    let mut gained = false;
    let said = series.iter().filter_map(|maxima| {
        let told = maxima.points.iter();
        let told = told.filter(|point| point.date <= recent.last);
        let (before, since): (Vec<&OneRmPoint>, Vec<_>) =
            told.partition(|point| point.date < recent.first);
        let start = before.last().or(since.first())?;
        let last = since.last()?;
        if before.is_empty() && since.len() == 1 {
            let first = words::number(words::mass_in(last.kg, units), 1);
            return Some((&maxima.name, first, true));
        }
        gained = true;
        let change = words::mass_in(last.kg, units) - words::mass_in(start.kg, units);
        let figure = words::number(change, 1);
        let sign = match figure.as_str() {
            "0" => "±",
            _ if change > 0.0 => "+",
            _ => "",
        };
        Some((&maxima.name, format!("{sign}{figure}"), false))
    });
    let said: Vec<_> = said.collect();
    let told = if gained {
        source.answers.over()
    } else {
        "First estimates".to_owned()
    };
    let said = said.into_iter().map(|(name, figure, is_first)| {
        let first = if is_first && gained { " (first)" } else { "" };
        format!("{name} {figure}{first}")
    });
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        return format!("No lift in {}", source.answers.lately());
    }
    let is_told = source.answers.ahead == Ahead::Told;
    let plan = series.iter().filter(|_| is_told).find_map(|maxima| {
        let highest = maxima
            .planned
            .iter()
            .max_by(|a, b| a.kg.kg().total_cmp(&b.kg.kg()))?;
        let kg = words::number(words::mass_in(highest.kg, units), 1);
        let day = source.dates.day_month(highest.date);
        Some(format!(
            " · the plan supposes {} {kg} on {day}",
            maxima.name
        ))
    });
    format!(
        "{told}, {}: {}{}",
        words::mass_unit(units),
        said.join(" · "),
        plan.unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Athlete, AthleteId, ExerciseId, ExerciseLog, Kilograms, Log, Plan, Profile, Session,
        SessionId, SetLog, Stamp, Status, StrengthPlan, Workout,
    };
    use crate::library::Library;
    use crate::load::series::TrainingDigest;

    fn lifted(id: u128, date: &str, exercise: &str, kg: f64) -> Session {
        let plan = Plan::new(Workout::Strength(StrengthPlan::default()));
        let date = date.parse().unwrap();
        let mut session = Session::planned(SessionId::from_bits(id), date, plan, Stamp::default());
        session.status = Status::Done;
        session.log = Some(Log {
            exercises: vec![
                ExerciseLog {
                    exercise: ExerciseId::new(exercise),
                    sets: vec![SetLog {
                        kg: Some(Kilograms::new(kg)),
                        reps: Some(6),
                        ..SetLog::default()
                    }],
                    name: String::new(),
                }
                .into(),
            ],
            ..Log::default()
        });
        session
    }

    fn told(sessions: &[Session]) -> String {
        let library = Library::shipped().unwrap();
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        for (place, session) in sessions.iter().enumerate() {
            athlete.sessions.put(session.clone().into(), place);
        }
        let figures = TrainingDigest::of(&athlete, &library);
        let exercises = ["squat", "romanian-deadlift"].map(ExerciseId::new);
        let source = Source {
            exercises: &exercises,
            ..Source::on(
                "2026-11-25".parse().unwrap(),
                (&athlete, &library, &figures),
            )
        };
        scene(&source).subtitle
    }

    /// After one session it said "Squat 0 · Romanian deadlift 0", as if nothing had been gained.
    #[test]
    fn a_first_estimate_is_told_and_no_gain() {
        let first = [
            lifted(1, "2026-11-16", "squat", 65.0),
            lifted(2, "2026-11-17", "romanian-deadlift", 50.0),
        ];
        assert_eq!(
            told(&first),
            "First estimates, kg: Squat 78 · Romanian deadlift 60"
        );
        let [squat, deadlift] = first;
        let second = [squat, deadlift, lifted(3, "2026-11-23", "squat", 67.5)];
        assert_eq!(
            told(&second),
            "Last 12 weeks, kg: Squat +3 · Romanian deadlift 60 (first)"
        );
        let [squat, deadlift, _] = second;
        let same = [squat, deadlift, lifted(3, "2026-11-23", "squat", 65.0)];
        assert_eq!(
            told(&same),
            "Last 12 weeks, kg: Squat ±0 · Romanian deadlift 60 (first)"
        );
    }
}
