//! Coach, athlete and a second coach edit, send packages and open them, in whatever order: all come to the same, and
//! nothing is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;

use crate::domain::{
    Athlete, AthleteId, Author, ExerciseId, ExerciseLog, Half, Kilograms, Log, Plan, Profile,
    RunKind, RunPlan, Session, SessionId, SetLog, Signature, Stamp, VersionId, Workout,
};
use crate::edit::{self, Edit};

use super::*;

const SITES: usize = 3;

/// What somebody does.
#[derive(Debug, Clone, Copy)]
enum Act {
    Plan,
    Title(usize),
    Move(usize),
    Rewrite(usize),
    Note(usize),
    Sets(usize),
    Delete(usize),
    Send,
    /// Opens one of the packages there are: new, old, or a second time.
    Open(usize),
}

fn acts() -> impl Strategy<Value = Vec<(usize, Act)>> {
    let which = 0_usize..8;
    let act = prop_oneof![
        2 => Just(Act::Plan),
        3 => which.clone().prop_map(Act::Title),
        2 => which.clone().prop_map(Act::Move),
        1 => which.clone().prop_map(Act::Rewrite),
        3 => which.clone().prop_map(Act::Note),
        2 => which.clone().prop_map(Act::Sets),
        1 => which.clone().prop_map(Act::Delete),
        3 => Just(Act::Send),
        5 => (0_usize..64).prop_map(Act::Open),
    ];
    prop::collection::vec((0..SITES, act), 1..60)
}

/// A package on its way.
#[derive(Clone)]
struct Package {
    version: VersionId,
    lineage: Lineage,
    athlete: Arc<Athlete>,
    seen: BTreeSet<u32>,
}

/// One of the workspaces.
struct Site {
    athlete: Athlete,
    lineage: Lineage,
    kept: BTreeMap<VersionId, Arc<Athlete>>,
    /// The edits that it knows of.
    seen: BTreeSet<u32>,
    by: Author,
    /// How wrong its clock is.
    skew: TimeDelta,
}

/// An edit that somebody made: of which session, what they wrote into its log, and for a deletion what they knew.
struct Edited {
    session: SessionId,
    line: Option<String>,
    deletion: Option<BTreeSet<u32>>,
    /// Of the planned half: which figure, where it is one that gives way without being kept beside it, and how it stands to
    /// others.
    planned: Option<(Option<Figure>, Rank)>,
}

/// Whether it is the coach's, and when it was made.
type Rank = (bool, DateTime<Utc>);

/// A figure of the planned half of which only one can stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Figure {
    Title,
    Date,
}

struct World {
    sites: Vec<Site>,
    packages: Vec<Package>,
    edits: Vec<Edited>,
}

impl World {
    fn new(skews: [i64; SITES]) -> Self {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        athlete.sessions = (0..4).map(|n| planned(100 + n)).collect();
        let mut lineage = Lineage::default();
        let first = VersionId::from_bits(1);
        lineage.add(first);
        let sites = skews.into_iter().enumerate().map(|(index, hours)| Site {
            athlete: athlete.clone(),
            lineage: lineage.clone(),
            kept: [(first, Arc::new(athlete.clone()))].into(),
            seen: BTreeSet::new(),
            by: if index == 1 {
                Author::Athlete
            } else {
                Author::Coach
            },
            skew: TimeDelta::hours(hours),
        });
        Self {
            sites: sites.collect(),
            packages: Vec::new(),
            edits: Vec::new(),
        }
    }

    fn act(&mut self, site: usize, act: Act) {
        match act {
            Act::Send => drop(self.send(site)),
            Act::Open(which) => {
                if !self.packages.is_empty() {
                    let package = self.packages[which % self.packages.len()].clone();
                    self.open(site, &package);
                }
            }
            edit => self.edit(site, edit),
        }
    }

    fn edit(&mut self, site: usize, act: Act) {
        let number = self.edits.len() as u32;
        let here = &mut self.sites[site];
        let stamp = Stamp {
            at: DateTime::from_timestamp(1_790_000_000, 0).unwrap()
                + TimeDelta::minutes(i64::from(number))
                + here.skew,
            by: here.by,
            name: Signature::default(),
        };
        let all = here.athlete.sessions.all();
        let pick = |which: usize| all.get(which % all.len().max(1)).cloned();
        let mut line = None;
        let edit = match act {
            Act::Plan => Some(Edit::put(planned(1000 + u128::from(number)))),
            Act::Delete(which) => pick(which).map(|it| Edit::Remove(it.id)),
            Act::Title(which)
            | Act::Move(which)
            | Act::Rewrite(which)
            | Act::Note(which)
            | Act::Sets(which) => pick(which).map(|session| {
                let mut session = (*session).clone();
                match act {
                    Act::Title(_) => session.plan.title = format!("Title {number}"),
                    Act::Move(_) => session.date = day(number % 20),
                    Act::Rewrite(_) => {
                        session.plan.workout = if number.is_multiple_of(2) {
                            Workout::Rest
                        } else {
                            Workout::Run(RunPlan::of(RunKind::Tempo))
                        };
                    }
                    Act::Note(_) => {
                        let log = session.log.get_or_insert_default();
                        let written = format!("Line {number}.");
                        log.note = format!("{}\n{written}", log.note).trim().to_owned().into();
                        line = Some(written);
                    }
                    _ => {
                        let log = session.log.get_or_insert_default();
                        add_set(log, f64::from(number));
                        line = Some(kilograms(f64::from(number)));
                    }
                }
                Edit::update(&here.athlete, session)
            }),
            Act::Send | Act::Open(_) => None,
        };
        let Some(edit) = edit else { return };
        let session = match &edit {
            Edit::Put { session, .. } => session.id,
            Edit::Remove(id) => *id,
            Edit::Profile(_) => return,
        };
        let deletion = matches!(edit, Edit::Remove(_)).then(|| here.seen.clone());
        let figure = match act {
            Act::Title(_) => Some(Some(Figure::Title)),
            Act::Move(_) => Some(Some(Figure::Date)),
            Act::Plan | Act::Rewrite(_) => Some(None),
            _ => None,
        };
        let planned = figure.map(|figure| (figure, (here.by == Author::Coach, stamp.at)));
        if edit::apply(&mut here.athlete, &[edit], stamp).is_empty() {
            // It was there already: nobody edited anything.
            return;
        }
        here.seen.insert(number);
        self.edits.push(Edited {
            session,
            line,
            deletion,
            planned,
        });
    }

    /// True for an edit of a figure that gives way to another which a deletion knew of: nothing of it stands any more that
    /// the deletion did not know. The planned half is the coach's, and of two by the same hand the newer one stands.
    fn gave_way(&self, edit: &Edited, seen: &BTreeSet<u32>) -> bool {
        let Some((Some(figure), rank)) = edit.planned else {
            return false;
        };
        let known = self.edits.iter().enumerate().filter(|(number, other)| {
            other.session == edit.session && seen.contains(&(*number as u32))
        });
        let known: Vec<_> = known.filter_map(|(_, other)| other.planned).collect();
        known.iter().any(|(other, _)| *other == Some(figure))
            && known.iter().any(|(_, other)| *other > rank)
    }

    fn send(&mut self, site: usize) -> Package {
        let version = VersionId::from_bits(10 + self.packages.len() as u128);
        let here = &mut self.sites[site];
        here.lineage.add(version);
        let athlete = Arc::new(here.athlete.clone());
        here.kept.insert(version, athlete.clone());
        let package = Package {
            version,
            lineage: here.lineage.clone(),
            athlete,
            seen: here.seen.clone(),
        };
        self.packages.push(package.clone());
        package
    }

    fn open(&mut self, site: usize, package: &Package) {
        let here = &mut self.sites[site];
        if here.lineage.contains(package.version) {
            return;
        }
        let base = common_base(&here.lineage, &package.lineage, &|id| {
            here.kept.get(&id).cloned()
        });
        here.athlete = athletes(base.as_deref(), &here.athlete, &package.athlete).athlete;
        here.kept.insert(package.version, package.athlete.clone());
        here.lineage.join(&package.lineage);
        here.seen.extend(&package.seen);
    }

    /// Everybody sends to the first, who sends to everybody.
    fn settle(&mut self) {
        for site in 1..SITES {
            let package = self.send(site);
            self.open(0, &package);
        }
        let package = self.send(0);
        for site in 1..SITES {
            self.open(site, &package);
        }
    }

    fn check(&self) -> Result<(), TestCaseError> {
        let athlete = &self.sites[0].athlete;
        for site in &self.sites {
            prop_assert_eq!(&site.athlete, athlete);
        }
        let ids: BTreeSet<SessionId> = athlete.sessions.all().iter().map(|it| it.id).collect();
        prop_assert_eq!(ids.len(), athlete.sessions.len());
        for (number, edit) in self.edits.iter().enumerate() {
            let number = number as u32;
            let deletions = self.edits.iter().filter_map(|other| {
                (other.session == edit.session).then_some(other.deletion.as_ref()?)
            });
            let knew_of_it = deletions
                .into_iter()
                .any(|seen| seen.contains(&number) || self.gave_way(edit, seen));
            if knew_of_it || edit.deletion.is_some() {
                continue;
            }
            let session = athlete.sessions.get(edit.session);
            prop_assert!(session.is_some(), "{} was edited and is gone", edit.session);
            let (Some(session), Some(line)) = (session, &edit.line) else {
                continue;
            };
            prop_assert!(
                lines(session).contains(line),
                "{line} of {} is gone",
                edit.session
            );
        }
        Ok(())
    }
}

fn day(offset: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 1 + offset).unwrap()
}

fn planned(id: u128) -> Session {
    let plan = Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)));
    let stamp = Stamp::coach(DateTime::from_timestamp(1_780_000_000, 0).unwrap());
    Session::planned(SessionId::from_bits(id), day((id % 7) as u32), plan, stamp)
}

fn add_set(log: &mut Log, kg: f64) {
    if log.exercises.is_empty() {
        log.exercises.push(
            ExerciseLog {
                exercise: ExerciseId::new("squat"),
                name: String::new(),
                sets: Vec::new(),
            }
            .into(),
        );
    }
    log.exercises[0].sets.push(SetLog {
        kg: Some(Kilograms::new(kg)),
        ..SetLog::default()
    });
}

fn kilograms(kg: f64) -> String {
    format!("{kg} kg")
}

/// Every line of the log of a session and of the logs that are kept beside it.
fn lines(session: &Session) -> BTreeSet<String> {
    let beside = session.alternatives.iter().filter_map(|it| match &it.half {
        Half::Log { log, .. } => Some(&**log),
        Half::Plan { .. } => None,
    });
    let mut lines = BTreeSet::new();
    for log in session.log.iter().chain(beside) {
        lines.extend(log.note.lines().map(str::to_owned));
        let sets = log.exercises.iter().flat_map(|exercise| &exercise.sets);
        lines.extend(sets.filter_map(|set| Some(kilograms(set.kg?.kg()))));
    }
    lines
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_edits_and_exchanges_come_to_the_same_and_lose_nothing(
        acts in acts(),
        skews in [-50_i64..50, -50_i64..50],
        is_of_two in any::<bool>(),
    ) {
        // Two come together however wrong their clocks are. A third one does not have every version that the two
        // exchanged, and goes by the stamps.
        let (sites, skews) = if is_of_two {
            (2, [skews[0], skews[1], 0])
        } else {
            (SITES, [0; SITES])
        };
        let mut world = World::new(skews);
        for (site, act) in acts {
            world.act(site % sites, act);
        }
        world.settle();
        world.check()?;
        // Every package there ever was once more, in the wrong order: nothing changes.
        let before = world.sites[0].athlete.clone();
        for package in world.packages.clone().iter().rev() {
            for site in 0..SITES {
                world.open(site, package);
            }
        }
        world.check()?;
        prop_assert_eq!(&world.sites[0].athlete, &before);
    }

    #[test]
    fn a_package_opened_again_or_after_a_later_one_changes_nothing(acts in acts()) {
        let mut world = World::new([0; SITES]);
        for (site, act) in acts {
            world.act(site, act);
            let package = world.send(site);
            for other in 0..SITES {
                world.open(other, &package);
                let once = world.sites[other].athlete.clone();
                for old in world.packages.clone().iter().rev() {
                    if world.sites[other].lineage.contains(old.version) {
                        world.open(other, old);
                    }
                }
                prop_assert_eq!(&world.sites[other].athlete, &once);
            }
        }
        world.settle();
        world.check()?;
    }
}
