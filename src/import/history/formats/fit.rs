//! FIT, the file of a watch itself: sessions, the sets of strength training, and points where a cut file has lost its
//! sessions. Several sessions may share a file.

use chrono::{DateTime, TimeDelta};
use rustyfit::profile::{mesgdef, typedef};
use rustyfit::{Decoder, DecoderEvent, StreamingIterator};

use crate::domain::{Bpm, Kilograms, Meters, Rpe, RunKind, RunLog, Seconds, SetLog};
use crate::history::{Activity, FileContents, Sport};
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};
use crate::import::history::laps::repeats;
use crate::import::history::limits;
use crate::import::history::point::Point;
use crate::import::history::sports::sport;
use crate::import::history::track::Track;
use crate::import::history::track_file::{activity_at, activity_of};
use crate::import::history::watch_names::{WatchLap, exercise_name, session_name};

/// The format.
pub const FORMAT: HistoryFormat =
    HistoryFormat::of_contents("fit", "FIT activity", recognises, read);

fn recognises(content: &Content) -> bool {
    matches!(content, Content::Fit(_))
}

fn read(content: &Content, options: &ReadOptions) -> FileContents {
    let mut reading = FileContents::default();
    let Content::Fit(bytes) = content else {
        return reading;
    };
    let mut found = Found::default();
    let damaged = found.take(bytes);
    found.finish(options, &mut reading);
    if damaged {
        reading.is_cut = true;
        reading.skip(
            0,
            "the file is damaged or was cut; what stands before that was read",
        );
    }
    reading
}

#[derive(Default)]
struct Found {
    sessions: Vec<mesgdef::Session>,
    sets: Vec<mesgdef::Set>,
    samples: Vec<Sample>,
    laps: Vec<WatchLap>,
    /// What the workout is called that the watch led through.
    workout: Option<String>,
    sport: Option<typedef::Sport>,
    /// What the file says it is.
    kind: Option<typedef::File>,
    /// How far the watch's clock was ahead of UTC, in seconds.
    ahead: Option<i64>,
}

/// A record of a file in a fifth of the room that a point takes, for there is one of each second.
struct Sample {
    /// Seconds since 1970.
    moment: i64,
    /// Centimetres since the start; the highest number where the watch said none.
    centimeters: u32,
    /// Beats a minute; the highest number where the watch said none.
    pulse: u8,
}

impl Sample {
    fn of(record: &mesgdef::Record) -> Option<Self> {
        Some(Self {
            moment: record.timestamp.unix_timestamp()?,
            centimeters: record.distance,
            pulse: record.heart_rate,
        })
    }

    fn point(&self) -> Point {
        Point {
            time: DateTime::from_timestamp(self.moment, 0),
            pulse: (self.pulse != u8::MAX).then(|| f64::from(self.pulse)),
            distance: (self.centimeters != u32::MAX).then(|| f64::from(self.centimeters) / 100.0),
            ..Point::default()
        }
    }
}

impl Found {
    /// Takes the messages in; true when the file ended before it said so.
    fn take(&mut self, bytes: &[u8]) -> bool {
        let mut decoder = Decoder::new();
        let mut rest = bytes;
        let mut stream = decoder.stream(&mut rest);
        while let Some(event) = stream.next() {
            let Ok(event) = event else { return true };
            if let DecoderEvent::Message(message) = event {
                match message.num {
                    typedef::MesgNum::SESSION => {
                        self.sessions.push(mesgdef::Session::from(message));
                    }
                    typedef::MesgNum::SET => self.sets.push(mesgdef::Set::from(message)),
                    typedef::MesgNum::LAP => {
                        self.laps.extend(WatchLap::of(&mesgdef::Lap::from(message)));
                    }
                    typedef::MesgNum::WORKOUT => {
                        let name = mesgdef::Workout::from(message).wkt_name;
                        let name = name.trim();
                        self.workout = (!name.is_empty()).then(|| name.to_owned());
                    }
                    typedef::MesgNum::FILE_ID => {
                        self.kind = Some(mesgdef::FileId::from(message).r#type);
                    }
                    typedef::MesgNum::ACTIVITY => {
                        self.ahead = ahead_of_utc(&mesgdef::Activity::from(message));
                    }
                    typedef::MesgNum::SPORT => {
                        self.sport = Some(mesgdef::Sport::from(message).sport);
                    }
                    typedef::MesgNum::RECORD => {
                        self.samples
                            .extend(Sample::of(&mesgdef::Record::from(message)));
                    }
                    _ => {}
                }
            }
        }
        false
    }

    fn finish(self, options: &ReadOptions, reading: &mut FileContents) {
        // Courses have points with moments too.
        if let Some(typedef::File::COURSE | typedef::File::WORKOUT) = self.kind {
            return reading.skip(
                0,
                "the file is a course or a workout to follow, and none that was done",
            );
        }
        if self.sessions.is_empty() {
            let track = self.track(|_| true);
            if let Some(start) = track.start() {
                let kind = self
                    .sport
                    .map_or(Sport::Run, |kind| kind_of(kind, typedef::SubSport(u8::MAX)));
                let mut activity = activity_of("fit", &track, start, kind, options);
                activity.title = self.workout.clone().unwrap_or_default();
                self.on_its_own_clock(&mut activity);
                reading.activities.push(activity);
            } else {
                reading.skip(0, "the file holds no session");
            }
            return;
        }
        let strength = self
            .sessions
            .iter()
            .filter(|session| is_strength(session))
            .count();
        for session in &self.sessions {
            // Between the parts of a triathlon.
            if session.sport == typedef::Sport::TRANSITION {
                continue;
            }
            match activity(session, options) {
                Ok(mut activity) => {
                    self.on_its_own_clock(&mut activity);
                    self.name(session, &mut activity);
                    if activity.sport == Sport::Strength {
                        for set in self
                            .sets
                            .iter()
                            .filter(|set| strength == 1 || belongs(set, session))
                        {
                            add_set(set, &mut activity, reading);
                        }
                    }
                    if activity.sport == Sport::Run {
                        let alone = self.sessions.len() == 1;
                        let track = self.track(|moment| alone || is_within(moment, session));
                        activity.run = activity.run.or(track.run());
                    }
                    reading.activities.push(activity);
                }
                Err(reason) => reading.skip(0, reason),
            }
        }
    }

    /// Gives an activity the title that the file has for it, and the kind of run that its laps make it.
    fn name(&self, session: &mesgdef::Session, activity: &mut Activity) {
        let alone = self.sessions.len() == 1;
        let mut repeated = None;
        if activity.sport == Sport::Run {
            let within = self.laps.iter();
            let within = within.filter(|lap| alone || is_within(lap.start, session));
            repeated = repeats(&within.map(|lap| lap.lap).collect::<Vec<_>>());
            activity.run_kind = repeated.is_some().then_some(RunKind::Intervals);
        }
        // FIT does not link workouts to sessions: among several, none gets the title.
        let workout = self.workout.clone().filter(|_| alone);
        activity.title = workout
            .or(repeated)
            .unwrap_or_else(|| session_name(session, &activity.sport));
    }

    /// Moves an activity to the day and time that the watch showed, where it says so.
    fn on_its_own_clock(&self, activity: &mut Activity) {
        let local = self.ahead.zip(activity.in_utc.as_deref());
        let local = local.map(|(ahead, begun)| begun.utc.naive_utc() + TimeDelta::seconds(ahead));
        if let Some(local) = local {
            (activity.date, activity.time) = (local.date(), Some(local.time()));
        }
    }

    /// The points at these moments.
    fn track(&self, wanted: impl Fn(i64) -> bool) -> Track {
        let mut track = Track::default();
        for sample in self.samples.iter().filter(|sample| wanted(sample.moment)) {
            track.add(sample.point());
        }
        track
    }
}

/// The furthest that a zone of the world is from UTC, in seconds.
const FURTHEST_ZONE: i64 = 14 * 3600;

/// How far the watch's clock was ahead of UTC. None at all is what programs write that do not know it.
fn ahead_of_utc(activity: &mesgdef::Activity) -> Option<i64> {
    let local = activity.local_timestamp.unix_timestamp()?;
    let ahead = local - activity.timestamp.unix_timestamp()?;
    // Both are written a moment after each other.
    let quarters = (ahead + ahead.signum() * 450) / 900;
    Some(quarters * 900).filter(|ahead| *ahead != 0 && ahead.abs() <= FURTHEST_ZONE)
}

fn is_strength(session: &mesgdef::Session) -> bool {
    kind_of(session.sport, session.sub_sport) == Sport::Strength
}

fn kind_of(kind: typedef::Sport, sub: typedef::SubSport) -> Sport {
    match (kind, sub) {
        (typedef::Sport::RUNNING, _) => Sport::Run,
        (_, typedef::SubSport::STRENGTH_TRAINING) => Sport::Strength,
        (
            _,
            typedef::SubSport::YOGA
            | typedef::SubSport::PILATES
            | typedef::SubSport::FLEXIBILITY_TRAINING,
        ) => Sport::Mobility,
        (typedef::Sport::GENERIC, _) => Sport::Cross(String::new()),
        (kind, _) => match sport(&kind.to_string().replace('_', " ")) {
            // "Training" without a word on what is not known to be lifting.
            Sport::Run => Sport::Cross(kind.to_string()),
            other => other,
        },
    }
}

fn activity(session: &mesgdef::Session, options: &ReadOptions) -> Result<Activity, String> {
    let start = session
        .start_time
        .unix_timestamp()
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .ok_or("a session says no moment")?;
    let local = (options.zone)(start);
    if !(1990..=2100).contains(&chrono::Datelike::year(&local)) {
        return Err("the watch had no date when it recorded this".to_owned());
    }
    let seconds = |value: Option<f64>| {
        value
            .filter(|s| (1.0..=limits::MOST_SECONDS).contains(s))
            .map(|s| Seconds(s.round() as u32))
    };
    let pulse = |bpm: u8| (bpm != u8::MAX && bpm >= 20).then(|| Bpm(u16::from(bpm)));
    let moving = seconds(session.total_timer_time_scaled());
    let kind = kind_of(session.sport, session.sub_sport);
    let distance = session
        .total_distance_scaled()
        .map_or(Ok(None), limits::distance)?;
    let rpe = (session.workout_rpe != u8::MAX).then(|| f64::from(session.workout_rpe) / 10.0);
    Ok(Activity {
        duration: moving.or(seconds(session.total_elapsed_time_scaled())),
        rpe: rpe.filter(|rpe| (1.0..=10.0).contains(rpe)).map(Rpe::new),
        run: RunLog {
            distance,
            moving,
            hr_average: pulse(session.avg_heart_rate),
            hr_max: pulse(session.max_heart_rate),
            ascent: (session.total_ascent != u16::MAX)
                .then(|| Meters::new(f64::from(session.total_ascent))),
            ..RunLog::default()
        },
        ..activity_at("fit", start, kind, options)
    })
}

/// True when the set began within the session.
fn belongs(set: &mesgdef::Set, session: &mesgdef::Session) -> bool {
    let moment = |time: typedef::DateTime| time.unix_timestamp();
    let begun = moment(set.start_time).or(moment(set.timestamp));
    begun.is_some_and(|begun| is_within(begun, session))
}

/// True for a moment, in seconds since 1970, from the beginning of the session to its end.
fn is_within(moment: i64, session: &mesgdef::Session) -> bool {
    let Some(start) = session.start_time.unix_timestamp() else {
        return false;
    };
    let elapsed = session.total_elapsed_time_scaled();
    let lasts = elapsed.or(session.total_timer_time_scaled());
    let lasts = lasts.unwrap_or_default() as i64;
    (start..=start + lasts.max(1)).contains(&moment)
}

fn add_set(set: &mesgdef::Set, activity: &mut Activity, reading: &mut FileContents) {
    if set.set_type != typedef::SetType::ACTIVE {
        return;
    }
    let reps =
        (set.repetitions != u16::MAX && set.repetitions > 0).then(|| u32::from(set.repetitions));
    let held = set
        .duration_scaled()
        .filter(|seconds| *seconds >= 1.0)
        .map(|seconds| seconds as u32);
    let done = SetLog {
        reps,
        seconds: if reps.is_none() { held } else { None },
        kg: set
            .weight_scaled()
            .filter(|kg| *kg > 0.0)
            .map(Kilograms::new),
        ..SetLog::default()
    };
    if done.reps.is_none() && done.seconds.is_none() {
        return;
    }
    match limits::set_error(&done) {
        Some(reason) => reading.skip(0, reason),
        None => activity.add_set(&exercise_name(set), done),
    }
}
