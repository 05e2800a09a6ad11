//! What each chart is, in sentences: formula, source and limits.

use super::catalogue::Chart;
use crate::domain::Ink;

impl Chart {
    /// What it is: formula, source and limits.
    pub fn about(self) -> &'static str {
        match self {
            Self::Load => {
                "Session load is exertion (0–10) × minutes, in arbitrary units (AU): the one measure \
                 that runs and lifts share (Foster 2001). The line is the mean of the four weeks \
                 before each week: what you are used to. Faded bars are planned. Triangles and \
                 hexagons mark weeks in which a rule objects. Loads without a logged exertion are \
                 estimated from the plan."
            }
            Self::Distance => {
                "Distance run in each week, races included and cross-training not. Faded bars are \
                 planned. The change is against the week before; on its own it says little about \
                 risk."
            }
            Self::OneRm => {
                "The best working set of each session, turned into the load that could be lifted \
                 once: load × (1 + repetitions / 30), repetitions in reserve counted in (Epley \
                 1985). Faded points rest on more than 10 repetitions and are rough; warm-ups and \
                 sets of more than 12 give no estimate. Diamonds are tested maxima. Where reserve \
                 was not logged the set counts as taken to the limit, so the estimate is low. Dashed: \
                 what the planned sets suppose, done to the letter; loads planned in percent suppose \
                 nothing."
            }
            Self::HardSets => {
                "Working sets of the shown week with up to four repetitions in reserve: one for each \
                 muscle that does the work, half for each that helps. Faded sets are still planned. \
                 The pale stretch is the weekly band for the lifting level. It is practice: studies \
                 counted sets of an exercise (Ralston 2017) or halves for helpers (Pelland 2024), and the \
                 high end is kept low because legs have running to recover from. A set without a word on \
                 reserve counts as hard; heavy legs are judged more strictly, by sets with up to three in \
                 reserve."
            }
            Self::BodyMap => {
                "The same hard sets on the body: grey none, pale below the weekly band, violet \
                 within it, orange above it."
            }
            Self::Form => {
                "Fitness is the load of about the last six weeks (an exponential mean over 42 days), \
                 fatigue that of the last week (7 days), form is yesterday's fitness minus fatigue \
                 (Banister 1975, Coggan). It describes load and forecasts no performance: form \
                 rises in a taper because load falls. Dashed from today on: what the plan comes to."
            }
            Self::TopWeight => {
                "The heaviest working set of each session, warm-ups and drop sets left out, whatever \
                 the repetitions. For bodyweight exercises the load added to the body. Dashed: what \
                 is planned."
            }
            Self::Tonnage => {
                "Sets × repetitions × load of all working sets in a week; both sides and both \
                 dumbbells count. It tells how much was moved, not how hard it was: heavy sets of \
                 few repetitions weigh little here. Sets without a load are left out, and so are planned \
                 loads in percent. Faded: still planned."
            }
            Self::Adherence => {
                "What became of the sessions due in each week: done (moved ones count as done; pale \
                 ones were cut short), skipped on purpose or missed, or passed without a word. The \
                 share is told over the last four weeks, by count. Days to come, rest, notes and mobility are not counted."
            }
            Self::Intensity => {
                "Running minutes of each week as easy, moderate and hard: by the steps of the plan, \
                 else the average heart rate, else the average pace against the threshold, else how it \
                 felt, else the kind of run. These do not agree with each other (Bellinger 2020), so it \
                 is told what was read from which. Four fifths easy are counted in sessions, not in \
                 minutes (Seiler 2010); recreational runners do well with much easy, some moderate and \
                 little hard (Rosenblat 2025). The split says nothing about how much you run."
            }
            Self::Monotony => {
                "The mean of the seven daily loads divided by their spread, rest days counting as \
                 zero (Foster 1998). Above 2 the days of a week are much alike: hard days are \
                 hardly harder than easy ones. It describes a pattern and predicts nothing."
            }
            Self::Strain => {
                "The load of a week times its monotony (Foster 1998): high where much load comes \
                 without easier days in between. It has no bound of its own; compare your weeks \
                 with each other."
            }
            Self::Habit => {
                "The load of the last 7 days against that of the last 28, both as exponential means: \
                 +20 % is a fifth more than you are used to. The two means share days, and studies \
                 do not agree on any link with injury (Lolli 2019, Impellizzeri 2020), so no zone is \
                 coloured. Shown once there are 28 days of training."
            }
            Self::RaceTime => {
                "What the next race would take now, by the best runs of the twelve weeks before: each \
                 is carried over to the distance by VDOT (Daniels and Gilbert 1979) and by Riegel's \
                 formula (1977), two of them by critical speed where that holds. The line is the \
                 middle of these estimates, the band their spread. Training runs are slower than \
                 races, and every formula supposes training for the distance: beyond a half marathon \
                 Riegel's is 10 minutes or more too fast for half of the runners (Vickers 2016)."
            }
            Self::Records => {
                "Bests from the log: the highest maxima and top weights, the longest and fastest runs. \
                 Estimates from more than ten repetitions are left out."
            }
        }
    }

    /// The same as a page says it. Without colours what is faded on a screen is an outline, and the body map is grey.
    pub fn about_on(self, ink: Ink) -> String {
        match (ink, self) {
            (Ink::Colour, _) => self.about().to_owned(),
            (Ink::BlackAndWhite, Self::BodyMap) => {
                "The same hard sets on the body, the more the darker: pale none, grey below the \
                 weekly band, dark within it, black above it."
                    .to_owned()
            }
            (Ink::BlackAndWhite, _) => [
                ("Faded bars", "Outlined bars"),
                ("Faded sets", "Outlined sets"),
                ("Faded: ", "Outlined: "),
                ("Dashed", "Dotted"),
                ("pale ones", "outlined ones"),
                ("The pale stretch", "The grey stretch"),
            ]
            .into_iter()
            .fold(self.about().to_owned(), |text, (screen, paper)| {
                text.replace(screen, paper)
            }),
        }
    }

    /// What pointing at it tells, where that is more than its figures.
    pub fn pointing(self) -> &'static str {
        match self {
            Self::BodyMap => "Point at a muscle to read its sets.",
            Self::Adherence => "Point at a week to read what was left out.",
            _ => "",
        }
    }
}
