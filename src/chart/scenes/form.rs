//! Fitness, fatigue and form, past and planned.

use chrono::NaiveDate;

use super::spec::{Ahead, ChartSpec, Source, over_time, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::choice::Size;
use crate::chart::color::{Hue, Tone};
use crate::chart::scene::{Extent, Hit, Layer, Line, Merge, Scene, TimeBody, Word};
use crate::chart::table::{Column, Key, Table, ValueFormat};
use crate::chart::time::day_of;
use crate::chart::words;
use crate::load::series::{self, Fitness, FitnessPoint};

const FITNESS: Tone = Tone::of(Hue::Run);
const FATIGUE: Tone = Tone::of(Hue::Quality);
const FORM: Tone = Tone::of(Hue::Easy);

impl Chart {
    /// Fitness, fatigue and form.
    pub const FORM: Self = Self::new("form");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const SPEC: ChartSpec = ChartSpec {
    looks_ahead: true,
    in_usual_report: true,
    report_size: Size::Wide,
    ..ChartSpec::new(
        Chart::FORM,
        "Fitness, fatigue and form",
        "Am I building up, and does the taper freshen me?",
        "Fitness is the load of about the last six weeks (an exponential mean over 42 days), \
         fatigue that of the last week (7 days), form is yesterday’s fitness minus fatigue \
         (Banister 1975, Coggan). It describes load and forecasts no performance: form \
         rises in a taper because load falls. Dashed from today on: what the plan comes to. The \
         curves begin at zero and are pale for the first six weeks, until they have settled.",
        scene,
    )
};

fn scene(source: &Source<'_>) -> Scene {
    let title = vec![
        Word::toned("Fitness", FITNESS),
        Word::toned("fatigue", FATIGUE),
        Word::toned("form", FORM),
    ];
    let fitness = match series::fitness(source.figures, source.today) {
        Ok(fitness) => fitness,
        Err(missing) => return too_little(&SPEC, title, missing),
    };
    let points: Vec<FitnessPoint> = fitness
        .past
        .iter()
        .chain(&fitness.planned)
        .copied()
        .collect();
    let turn = fitness
        .past
        .last()
        .map_or(f64::INFINITY, |last| day_of(last.date) + 0.5);
    let settles = points.partition_point(|point| point.date < fitness.settled);
    let line = |among: &[FitnessPoint], value: fn(&FitnessPoint) -> f64, tone: Tone, width| {
        let points = among.iter();
        Line {
            points: points
                .map(|point| [day_of(point.date) + 0.5, value(point)])
                .collect(),
            turn,
            tone,
            width,
            label: String::new(),
            merge: Merge::Mean,
        }
    };
    // What was trained before the first day is not known, and so the curves rise from nothing: pale until they have settled.
    let early = points.get(..(settles + 1).min(points.len()));
    let early = early.unwrap_or_default();
    let unsettled = |value, tone: Tone, width| line(early, value, tone.faded(), width);
    let late = points.get(settles..).unwrap_or_default();
    let line = |value, tone, width| Layer::Line(line(late, value, tone, width));
    let layers = vec![
        Layer::Line(unsettled(|point| point.fatigue, FATIGUE, 1.25)),
        Layer::Line(unsettled(|point| point.form, FORM, 1.75)),
        Layer::Line(Line {
            label: "still settling".to_owned(),
            ..unsettled(|point| point.fitness, FITNESS, 2.25)
        }),
        Layer::Level {
            range: [0.0, 0.0],
            text: String::new(),
            tone: Tone::of(Hue::Faint).faded(),
        },
        line(|point| point.fatigue, FATIGUE, 1.25),
        line(|point| point.form, FORM, 1.75),
        line(|point| point.fitness, FITNESS, 2.25),
    ];
    let per_day = |name: &str| Column::new(name, "AU a day", ValueFormat::Number(0));
    let mut table = Table::new(
        "Day",
        vec![
            per_day("Fitness").toned(FITNESS),
            per_day("Fatigue").toned(FATIGUE),
            per_day("Form before the day").toned(FORM),
            Column::new("Load of the day", "AU", ValueFormat::Number(0)),
        ],
    );
    let mut hits = Vec::with_capacity(points.len());
    for point in &points {
        let cells = vec![
            point.fitness.into(),
            point.fatigue.into(),
            point.form.into(),
            point.load.into(),
        ];
        let row = table.push(Key::Day(point.date), cells);
        hits.push(Hit::day(point.date, row));
    }
    let body = TimeBody {
        unit: "AU/d".to_owned(),
        format: ValueFormat::Number(0),
        extent: Extent::Signed(40.0),
        layers,
        hits,
        nothing: "No training in this time".to_owned(),
    };
    let answer = answer(source, &fitness);
    over_time(&SPEC, title, answer.clone(), answer, body, table)
}

/// "Form −12 today, +31 on race day, 3 Jan"; without a race what the last weeks did to fitness.
fn answer(source: &Source<'_>, fitness: &Fitness) -> String {
    let told = source.told();
    let Some(now) = fitness.on(told) else {
        return "No training up to these weeks".to_owned();
    };
    // Of a day of which something is still to come the plan says what the day begins with.
    let open = fitness.planned.first();
    let open = open.filter(|point| point.date == told);
    let form = signed(open.unwrap_or(now).form);
    let today = source.answers.today;
    let races = source.figures.profile().races.iter();
    let next = races
        .filter(|race| race.date > source.today && source.answers.ahead == Ahead::Told)
        .min_by_key(|race| race.date);
    let on = |date: NaiveDate| fitness.planned.iter().find(|point| point.date == date);
    if let Some((race, then)) = next.and_then(|race| Some((race, on(race.date)?))) {
        return format!(
            "Form {form} {today}, {} on race day, {}",
            signed(then.form),
            source.dates.day_month(race.date)
        );
    }
    let before = now
        .date
        .checked_sub_days(chrono::Days::new(28))
        .and_then(|date| fitness.on(date));
    match before {
        Some(before) => format!(
            "Form {form} {today} · fitness {} in 4 weeks",
            signed(now.fitness - before.fitness)
        ),
        None => format!("Form {form} {today}"),
    }
}

fn signed(value: f64) -> String {
    let figure = words::number(value, 0);
    if figure == "0" || value < 0.0 {
        figure
    } else {
        format!("+{figure}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::color::Shade;
    use crate::domain::{
        Athlete, AthleteId, Log, Minutes, Plan, Profile, Rpe, RunKind, RunPlan, Session, SessionId,
        Stamp, Status, Workout,
    };
    use crate::library::Library;
    use crate::load::series::TrainingDigest;

    const FIRST: NaiveDate = NaiveDate::from_ymd_opt(2026, 8, 3).unwrap();

    /// Somebody who ran on a hundred days.
    fn runner() -> Athlete {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        let first = FIRST;
        for day in 0..100_u64 {
            let mut plan = Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)));
            plan.duration = Some(Minutes(40));
            let date = first + chrono::Days::new(day);
            let id = SessionId::from_bits(u128::from(day));
            let mut run = Session::planned(id, date, plan, Stamp::default());
            run.status = Status::Done;
            run.log = Some(Log {
                duration: Some(Minutes(40)),
                rpe: Some(Rpe::new(5.0)),
                ..Log::default()
            });
            athlete.sessions.put(run.into(), day as usize);
        }
        athlete
    }

    /// While a run of today was still to come, yesterday's form was told as that of today.
    #[test]
    fn form_of_today_is_told_as_it_is_drawn() {
        let library = Library::shipped().unwrap();
        let mut athlete = runner();
        let today = FIRST + chrono::Days::new(99);
        let all = athlete.sessions.all();
        let mut open = Session::clone(&all[99]);
        (open.status, open.log) = (Status::Planned, None);
        let mut hard = Session::clone(&all[98]);
        hard.log.as_mut().unwrap().duration = Some(Minutes(180));
        athlete.sessions.put(open.into(), 99);
        athlete.sessions.put(hard.into(), 98);
        let figures = TrainingDigest::of(&athlete, &library);
        let source = Source::on(today, (&athlete, &library, &figures));
        let drawn = series::fitness(&figures, today).unwrap();
        assert_eq!(drawn.planned[0].date, today);
        let form = drawn.planned[0].form;
        assert!(form < drawn.past.last().unwrap().form - 20.0);
        let said = scene(&source).subtitle;
        assert!(
            said.starts_with(&format!("Form {} today", signed(form))),
            "{said}"
        );
    }

    /// They were drawn like all others, as if somebody with years of training had begun at nothing.
    #[test]
    fn the_first_six_weeks_are_pale_and_say_why() {
        let library = Library::shipped().unwrap();
        let athlete = runner();
        let first = FIRST;
        let figures = TrainingDigest::of(&athlete, &library);
        let source = Source::on(
            first + chrono::Days::new(99),
            (&athlete, &library, &figures),
        );
        let scene = scene(&source);
        let lines: Vec<&Line> = scene
            .time()
            .unwrap()
            .layers
            .iter()
            .filter_map(|layer| match layer {
                Layer::Line(line) => Some(line),
                _ => None,
            })
            .collect();
        assert_eq!(lines.len(), 6);
        let settled = day_of(first) + 42.0;
        for line in &lines {
            let is_early = |point: &&[f64; 2]| point[0] < settled;
            let early = line.points.iter().filter(is_early).count();
            let is_pale = line.tone.shade == Shade::Faded;
            assert_eq!(early, if is_pale { 42 } else { 0 }, "{line:?}");
        }
        assert!(lines.iter().any(|line| line.label == "still settling"));
    }
}
