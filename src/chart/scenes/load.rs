//! Weekly load: runs and strength on top of each other, against what the athlete is used to.

use super::spec::{Ahead, ChartSpec, Source, ends, hit, key, over_time, recent, too_little};
use crate::chart::catalogue::Chart;
use crate::chart::choice::{BarSpan, Size};
use crate::chart::color::{Hue, Tone};
use crate::chart::legend_entry::{LegendEntry, Sample, has_line};
use crate::chart::picture::Heft;
use crate::chart::scene::{
    Bar, Extent, Form, Label, Layer, Line, Merge, Point, Scene, TimeBody, Word,
};
use crate::chart::table::{Column, Table, ValueFormat};
use crate::chart::time::{Window, day_of};
use crate::chart::words;
use crate::load::series::{self, LoadBar, Volume, WeekTotals};
use crate::rules::Severity;

const RUN: Tone = Tone::of(Hue::Run);
const STRENGTH: Tone = Tone::of(Hue::Strength);
const CROSS: Tone = Tone::of(Hue::Easy);

impl Chart {
    /// Weekly load of runs and strength, stacked.
    pub const LOAD: Self = Self::new("load");
}

/// The chart in the table of charts: its names, its question and what it explains.
pub(super) const SPEC: ChartSpec = ChartSpec {
    looks_ahead: true,
    marks_breaches: true,
    in_usual_report: true,
    report_size: Size::Wide,
    legend,
    ..ChartSpec::new(
        Chart::LOAD,
        "Weekly load",
        "How heavy was each week, and what comes next?",
        "Session load is effort (0–10) × minutes, in arbitrary units (AU): the one measure \
         that runs and lifts share (Foster 2001). The line is the mean of the four weeks \
         before each week: what you are used to. Faded bars are planned. Triangles and \
         hexagons mark weeks in which a rule objects. Loads without a logged effort are \
         estimated from the plan.",
        scene,
    )
};

fn scene(source: &Source<'_>) -> Scene {
    let grouping = source.group.grouping();
    let drawn = series::weekly_load(source.figures, source.today, source.whole(), grouping);
    let Ok(bars) = drawn else {
        let words =
            "Nothing done or still to come. Drag a session onto a day and its load appears here.";
        return too_little(&SPEC, title(false, source), words);
    };
    let has_cross = bars.iter().any(|bar| stands(bar, |it| it.cross_au) > 0.0);
    let habit = match source.group {
        BarSpan::Week => habit(source, &bars),
        BarSpan::Month => vec![None; bars.len()],
    };
    let mut layers = vec![Layer::Bars(bars.iter().map(stacked).collect())];
    let points: Vec<_> = bars
        .iter()
        .zip(&habit)
        .filter_map(|(bar, habit)| {
            let (from, to) = ends(bar.bucket);
            Some([f64::midpoint(from, to), (*habit)?])
        })
        .collect();
    layers.push(Layer::Line(Line {
        points,
        turn: day_of(source.today) + 7.0,
        tone: Tone::of(Hue::Text),
        width: 1.5,
        label: "4-week mean".to_owned(),
        merge: Merge::Mean,
    }));
    layers.push(Layer::Points(breaches(source, &bars)));
    let shown = source.shown_among(bars.iter().map(|bar| bar.bucket));
    let shown = shown.and_then(|row| bars.get(row));
    layers.push(Layer::Labels(shown.into_iter().map(label).collect()));

    let mut table = table(has_cross, source);
    let mut hits = Vec::with_capacity(bars.len());
    for (bar, habit) in bars.iter().zip(habit) {
        let mut cells = row(bar, habit, has_cross);
        cells.push(objections(source, bar).into());
        let row = table.push(key(bar.bucket), cells);
        hits.push(hit(bar.bucket, row));
    }
    let body = TimeBody {
        unit: "AU".to_owned(),
        format: ValueFormat::Number(0),
        extent: Extent::FromZero(400.0),
        layers,
        hits,
        nothing: format!("Nothing in this {}", source.each()),
    };
    let answer = answer(source, &bars);
    let week = shown.map_or_else(String::new, |bar| {
        format!(
            "{}: {}. ",
            key(bar.bucket).title(source.dates),
            words::au(bar.totals.au())
        )
    });
    let summary = format!("{week}{answer}");
    over_time(
        &SPEC,
        title(has_cross, source),
        answer,
        summary,
        body,
        table,
    )
}

fn title(has_cross: bool, source: &Source<'_>) -> Vec<Word> {
    let name = match source.group {
        BarSpan::Week => "Weekly load",
        BarSpan::Month => "Monthly load",
    };
    let mut title = vec![
        Word::plain(name),
        Word::toned("run", RUN),
        Word::toned("strength", STRENGTH),
    ];
    if has_cross {
        title.push(Word::toned("cross", CROSS));
    }
    title
}

/// A part of what a bar stands for: done and still to come.
fn stands(bar: &LoadBar, part: fn(&Volume) -> f64) -> f64 {
    part(&bar.totals.done) + part(&bar.totals.to_come)
}

/// From the bottom: what is done, then what is to come.
fn stacked(bar: &LoadBar) -> Bar {
    let (from, to) = ends(bar.bucket);
    let WeekTotals { done, to_come, .. } = &bar.totals;
    Bar {
        from,
        to,
        parts: vec![
            (done.run_au, RUN),
            (done.strength_au, STRENGTH),
            (done.cross_au, CROSS),
            (to_come.run_au, RUN.faded()),
            (to_come.strength_au, STRENGTH.faded()),
            (to_come.cross_au, CROSS.faded()),
        ],
    }
}

fn habit(source: &Source<'_>, bars: &[LoadBar]) -> Vec<Option<f64>> {
    let weeks: Vec<WeekTotals> = bars.iter().map(|bar| bar.totals).collect();
    let first = source.figures.sessions().next();
    series::habit(&weeks, first.map(|session| session.date))
}

/// A sign over every bar of a week in which a rule objects.
fn breaches(source: &Source<'_>, bars: &[LoadBar]) -> Vec<Point> {
    let marked = source.breaches.iter().filter_map(|breach| {
        let place = bars.binary_search_by_key(&breach.week, |bar| bar.bucket.first);
        let bar = bars.get(place.ok()?)?;
        let (form, hue) = match breach.worst {
            Severity::Conflict => (Form::Hexagon, Hue::Conflict),
            Severity::Caution => (Form::Triangle, Hue::Caution),
            Severity::Tip => return None,
        };
        let (from, to) = ends(bar.bucket);
        let shown = bar.bucket.holds(source.shown);
        Some(Point {
            at: f64::midpoint(from, to),
            // The label of the shown week stands where its sign would.
            value: if shown { 0.0 } else { bar.totals.au() },
            form,
            tone: Tone::of(hue),
        })
    });
    marked.collect()
}

/// What rules say of the weeks of a bar: the titles for a week, how many weeks for a month.
fn objections(source: &Source<'_>, bar: &LoadBar) -> String {
    // They stand in order: to look at all of them for every bar would take longer with every year.
    let breaches = source.breaches;
    let start = breaches.partition_point(|breach| breach.week < bar.bucket.first);
    let within = breaches
        .get(start..)
        .unwrap_or_default()
        .iter()
        .take_while(|breach| bar.bucket.holds(breach.week))
        .filter(|breach| breach.worst > Severity::Tip);
    match source.group {
        BarSpan::Week => within.map(|breach| breach.titles.join(", ")).collect(),
        BarSpan::Month => match within.count() {
            0 => String::new(),
            weeks => format!("in {}", words::count(weeks, "week", "weeks")),
        },
    }
}

fn label(bar: &LoadBar) -> Label {
    let (from, to) = ends(bar.bucket);
    Label {
        at: f64::midpoint(from, to),
        value: bar.totals.au(),
        text: words::au(bar.totals.au()),
        heft: Heft::SemiBold,
        tone: Tone::of(Hue::Text),
    }
}

fn table(has_cross: bool, source: &Source<'_>) -> Table {
    let load = |name: &str| Column::new(name, "AU", ValueFormat::Number(0));
    let mut columns = vec![load("Run").toned(RUN), load("Strength").toned(STRENGTH)];
    if has_cross {
        columns.push(load("Cross-training").toned(CROSS));
    }
    columns.extend([
        load("Together"),
        load("Done"),
        load("To come").toned(RUN.faded()),
        load("Planned in all"),
        load("Mean of 4 weeks"),
        Column::new("Findings", "", ValueFormat::Number(0)),
    ]);
    Table::new(source.group.heading(), columns)
}

fn row(bar: &LoadBar, habit: Option<f64>, has_cross: bool) -> Vec<crate::chart::table::Cell> {
    let totals = &bar.totals;
    let some = |value: f64| (value > 0.0).then_some(value);
    let mut cells = vec![
        stands(bar, |it| it.run_au).into(),
        stands(bar, |it| it.strength_au).into(),
    ];
    if has_cross {
        cells.push(stands(bar, |it| it.cross_au).into());
    }
    cells.extend([
        totals.au().into(),
        totals.done.au().into(),
        some(totals.to_come.au()).into(),
        totals.planned.au().into(),
        habit.into(),
    ]);
    cells
}

/// "Heaviest: W46, 612 AU · ahead: W50, 640 AU". What was is told by what was done, as on the chart of the distance: a
/// week of which half is still to come counts ahead alone, with what it would come to.
fn answer(source: &Source<'_>, bars: &[LoadBar]) -> String {
    let recent = recent(source);
    let is_told = source.answers.ahead == Ahead::Told;
    let last = if is_told {
        source.answers.drawn_to.max(recent.last)
    } else {
        recent.last
    };
    let about = |bar: &&LoadBar| bar.bucket.first >= recent.first && bar.bucket.first <= last;
    let heaviest = |of: fn(&LoadBar) -> f64| {
        let among = bars.iter().filter(about).map(|bar| (bar, of(bar)));
        among
            .filter(|(_, au)| *au > 0.0)
            .max_by(|one, other| one.1.total_cmp(&other.1))
    };
    let past = if is_told {
        heaviest(|bar| match bar.totals.to_come.au() {
            to_come if to_come > 0.0 => 0.0,
            _ => bar.totals.done.au(),
        })
    } else {
        heaviest(|bar| bar.totals.done.au())
    };
    let ahead = heaviest(|bar| match bar.totals.to_come.au() {
        to_come if to_come > 0.0 => bar.totals.au(),
        _ => 0.0,
    });
    let said = |(bar, au): (&LoadBar, f64)| {
        let when = source.bar_name(bar.bucket.first);
        format!("{when}, {}", words::au(au))
    };
    let lately = source.answers.lately();
    match (past, ahead.filter(|_| is_told)) {
        (Some(past), Some(ahead)) => {
            format!("Heaviest: {} · ahead: {}", said(past), said(ahead))
        }
        (Some(past), None) => format!("Heaviest of {lately}: {}", said(past)),
        (None, Some(ahead)) => format!("Heaviest ahead: {}", said(ahead)),
        (None, None) => format!("Nothing in {lately}"),
    }
}

/// The line over the bars, where it is in sight.
fn legend(body: &TimeBody, window: Window) -> Vec<LegendEntry> {
    let line = has_line(body, Hue::Text, window).then(|| {
        let tone = Tone::of(Hue::Text);
        LegendEntry::new("mean of 4 weeks before", tone, Sample::Line(1.5))
    });
    line.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::scenes::Answers;
    use crate::domain::{
        Athlete, AthleteId, Log, Minutes, Plan, Profile, Rpe, RunKind, RunPlan, Session, SessionId,
        Stamp, Status, Workout,
    };
    use crate::library::Library;
    use crate::load::series::TrainingDigest;

    fn run(id: u128, date: &str, minutes: u32, done: bool) -> Session {
        let mut plan = Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)));
        plan.duration = Some(Minutes(minutes));
        let date = date.parse().unwrap();
        let mut run = Session::planned(SessionId::from_bits(id), date, plan, Stamp::default());
        if done {
            run.status = Status::Done;
            run.log = Some(Log {
                duration: Some(Minutes(minutes)),
                rpe: Some(Rpe::new(5.0)),
                ..Log::default()
            });
        }
        run
    }

    /// The week under way would be the heaviest, with what is still to come; on the chart of distance it never was.
    #[test]
    fn the_heaviest_week_is_told_by_what_was_done() {
        let library = Library::shipped().unwrap();
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        let runs = [
            run(1, "2026-11-17", 60, true),
            run(2, "2026-11-23", 20, true),
            run(3, "2026-11-28", 240, false),
        ];
        for (place, run) in runs.into_iter().enumerate() {
            athlete.sessions.put(run.into(), place);
        }
        let figures = TrainingDigest::of(&athlete, &library);
        let source = Source::on(
            "2026-11-25".parse().unwrap(),
            (&athlete, &library, &figures),
        );
        let said = scene(&source).subtitle;
        assert!(
            said.starts_with("Heaviest: W47, 300 AU · ahead: W48, "),
            "{said}"
        );
        // In a first week what was done so far is not held against what that week would come to.
        let later = athlete.sessions.all().iter().skip(1);
        let later: Vec<Session> = later.map(|session| (**session).clone()).collect();
        athlete.sessions = later.into_iter().collect();
        let figures = TrainingDigest::of(&athlete, &library);
        let source = Source::on(
            "2026-11-25".parse().unwrap(),
            (&athlete, &library, &figures),
        );
        let said = scene(&source).subtitle;
        assert!(said.starts_with("Heaviest ahead: W48, "), "{said}");
    }

    /// Of twenty years, "May" said nothing, and nobody counts a thousand weeks.
    #[test]
    fn over_many_years_a_month_has_its_year_and_the_span_its_years() {
        let library = Library::shipped().unwrap();
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        for (place, run) in [
            run(1, "2007-01-10", 30, true),
            run(2, "2019-05-14", 90, true),
            run(3, "2026-11-10", 20, true),
        ]
        .into_iter()
        .enumerate()
        {
            athlete.sessions.put(run.into(), place);
        }
        let figures = TrainingDigest::of(&athlete, &library);
        let mut source = Source::on(
            "2026-11-25".parse().unwrap(),
            (&athlete, &library, &figures),
        );
        source.group = BarSpan::Month;
        source.answers.weeks = 1041;
        let said = scene(&source).subtitle;
        assert_eq!(said, "Heaviest of the last 20 years: May 2019, 450 AU");
        source.group = BarSpan::Week;
        let said = scene(&source).subtitle;
        assert_eq!(said, "Heaviest of the last 20 years: W20 2019, 450 AU");
        source.group = BarSpan::Month;
        source.answers.weeks = 12;
        let said = scene(&source).subtitle;
        assert_eq!(said, "Heaviest of the last 12 weeks: Nov, 100 AU");
    }

    /// Over bars of 2009 stood the heaviest week of this autumn, and the heaviest of a plan that is not to be seen.
    #[test]
    fn weeks_gone_by_are_told_of_where_only_they_are_drawn() {
        let library = Library::shipped().unwrap();
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        let runs = [
            run(1, "2009-02-10", 90, true),
            run(2, "2009-03-10", 60, true),
            run(3, "2009-06-02", 120, true),
            run(4, "2026-11-10", 20, true),
            run(5, "2026-12-02", 30, false),
            run(6, "2027-01-12", 240, false),
        ];
        for (place, run) in runs.into_iter().enumerate() {
            athlete.sessions.put(run.into(), place);
        }
        let figures = TrainingDigest::of(&athlete, &library);
        let mut source = Source::on(
            "2026-11-25".parse().unwrap(),
            (&athlete, &library, &figures),
        );
        source.answers.drawn_to = "2027-01-03".parse().unwrap();
        let said = scene(&source).subtitle;
        let ahead = said.strip_prefix("Heaviest: W46, 100 AU · ahead: ");
        assert!(ahead.is_some_and(|it| it.starts_with("W49, ")), "{said}");
        source.answers = Answers {
            weeks: 7,
            gone: Some("2009-04-05".parse().unwrap()),
            ahead: Ahead::Unknown,
            ..Answers::default()
        };
        let said = scene(&source).subtitle;
        assert_eq!(said, "Heaviest of these 7 weeks: W11, 300 AU");
    }
}
