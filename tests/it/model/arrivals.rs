//! What comes from elsewhere: copies, plans, history, a second machine, and the athlete's own.

use super::*;

impl Year {
    pub(super) fn copy(&mut self) {
        self.steps.push("copy".to_owned());
        let (source, target) = (self.somebody(), self.somebody());
        if source.id == target.id {
            return;
        }
        let first = today() - Days::new(2 + 7 * self.chance.below(4) as u64);
        let selection = Selection {
            first,
            weeks: 1 + self.chance.below(2) as u32,
            what: What::All,
            replace: self.chance.below(2) == 0,
        };
        let settings = self.workspace.settings.clone();
        let profile = settings.checked(&target.profile);
        let library = self.library.clone();
        let context = Context::new(&profile, &library, today());
        let mut new_id = || self.next_id();
        let report = copy_to(&source, &target, &context, &selection, &mut new_id);
        let kept: Vec<SessionId> = target.sessions.all().iter().map(|it| it.id).collect();
        let gone = report.replaced.clone();
        self.apply(
            "Copy",
            vec![WorkspaceEdit::Athlete(target.id, report.edits)],
        );
        let now = self.workspace.athlete(target.id).unwrap();
        for id in kept.iter().filter(|id| !gone.contains(id)) {
            assert!(now.sessions.get(*id).is_some(), "copying lost {id:?}");
        }
    }

    pub(super) fn bring_in_history(&mut self) {
        self.steps.push("bring in history".to_owned());
        let athlete = self.somebody();
        let day = today() - Days::new(self.chance.below(20) as u64);
        let kg = 20 + self.chance.below(100);
        let text = format!(
            "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n{day},Deadlift,Back,{kg}.0,kgs,3,,,,\n{day},Plank,Abs,,,,,,0:01:30,\n"
        );
        let file = InputFile::new("fitnotes.csv", text.into_bytes());
        let stamp = self.stamp(Author::Coach);
        let read = vec![read(&file, &ReadOptions::default())];
        let own = self.workspace.own.clone();
        let library = self.library.clone();
        let report = bring_in(
            read,
            BringIn {
                athlete: &athlete,
                library: &library,
                learned: &own.exercise_names,
                dumbbells: &own.dumbbell_weights,
                stamp,
                dates: ironstride::domain::DateStyle::default(),
                new_id: &mut || self.next_id(),
            },
        );
        let before = athlete.sessions.len();
        let added = report.added();
        self.apply(
            "Bring in",
            vec![WorkspaceEdit::Athlete(athlete.id, report.edits)],
        );
        let now = self.workspace.athlete(athlete.id).unwrap();
        assert_eq!(now.sessions.len(), before + added);
    }

    pub(super) fn bring_in_plan(&mut self) {
        self.steps.push("bring in a plan".to_owned());
        let athlete = self.somebody();
        let text = ironstride::text::read(
            "Mon tempo 50min\nWed strength lower heavy 40min\n",
            &self.library,
        );
        let edits: Vec<Edit> = text
            .sessions
            .iter()
            .map(|read| {
                let date = today() + Days::new(self.chance.below(30) as u64);
                let stamp = Stamp::coach(self.clock);
                Edit::put(Session::planned(
                    self.next_id(),
                    date,
                    read.plan.clone(),
                    stamp,
                ))
            })
            .collect();
        assert_eq!(edits.len(), 2, "{:?}", text.errors);
        self.apply("Plan", vec![WorkspaceEdit::Athlete(athlete.id, edits)]);
    }

    pub(super) fn change_profile_or_settings(&mut self) {
        self.steps
            .push("change the profile or the settings".to_owned());
        let athlete = self.somebody();
        let number = self.chance.below(1000);
        if self.chance.below(2) == 0 {
            let mut profile = athlete.profile.clone();
            profile.notes = format!("Notes {number}");
            let edits = vec![Edit::Profile(Box::new(profile))];
            self.apply("Profile", vec![WorkspaceEdit::Athlete(athlete.id, edits)]);
        } else {
            let mut settings = self.workspace.settings.clone();
            settings.coach = format!("Coach {number}");
            self.apply(
                "Settings",
                vec![WorkspaceEdit::Settings(Box::new(settings))],
            );
        }
    }

    pub(super) fn remove_or_restore(&mut self) {
        if self.workspace.athletes.len() > 1 && self.chance.below(3) == 0 {
            self.steps.push("remove an athlete".to_owned());
            let athlete = self.somebody();
            self.apply("Remove", vec![WorkspaceEdit::RemoveAthlete(athlete.id)]);
            return;
        }
        self.steps.push("restore a backup".to_owned());
        self.save();
        let kept = self.store.kept_files();
        let file = &kept[self.chance.below(kept.len())];
        let Some(version) = file.versions.get(self.chance.below(file.versions.len())) else {
            return;
        };
        let store::Content::Athlete(then) =
            self.store.read_version(file.kind, &version.path).unwrap()
        else {
            return;
        };
        let now = self.tick();
        let id = self.store.make_way(file, then.id, now).unwrap();
        assert_eq!(id, then.id);
        let restored = match self.workspace.athlete(id) {
            Some(athlete) => {
                let edits = planning::restore_athlete(athlete, &then);
                let mut restored = Athlete::clone(athlete);
                let stamp = self.stamp(Author::Coach);
                edit::apply(&mut restored, &edits, stamp);
                restored
            }
            None => Athlete::clone(&then),
        };
        self.apply(
            "Restore",
            vec![WorkspaceEdit::PutAthlete(Arc::new(restored))],
        );
        let is_now = self.workspace.athlete(id).unwrap();
        assert_eq!(content_of(is_now), content_of(&then));
    }

    /// A second machine edits other sessions of the same athlete; both sides' edits are there afterwards.
    pub(super) fn merge_other_machine(&mut self) {
        self.steps.push("merge with another machine".to_owned());
        let base = self.somebody();
        let is_even = |id: SessionId| id.0.as_u128().is_multiple_of(2);
        let (mut ours, mut theirs) = (Athlete::clone(&base), Athlete::clone(&base));
        let edits = self.edits(&base, is_even);
        let stamp = self.stamp(Author::Coach);
        edit::apply(&mut ours, &edits, stamp);
        let edits = self.edits(&base, |id| !is_even(id));
        let stamp = self.stamp(Author::Coach);
        edit::apply(&mut theirs, &edits, stamp);
        let merged = merge::athletes(Some(&base), &ours, &theirs).athlete;
        let find = |athlete: &Athlete, id| {
            let (_, all) = content_of(athlete);
            all.into_iter().find(|half| half.id == id)
        };
        let mut ids: BTreeSet<SessionId> = BTreeSet::new();
        for athlete in [&base, &ours, &theirs] {
            ids.extend(athlete.sessions.all().iter().map(|it| it.id));
        }
        for id in ids {
            let [was, here, there] = [&base, &ours, &theirs].map(|athlete| find(athlete, id));
            let expected = if here == was { there } else { here };
            assert_eq!(find(&merged, id), expected, "{id:?}");
        }
        self.apply("Merge", vec![WorkspaceEdit::PutAthlete(Arc::new(merged))]);
    }

    /// A package goes to the athlete, who logs, and comes back.
    pub(super) fn exchange(&mut self) {
        self.steps.push("exchange packages".to_owned());
        let (_, opened) = Store::look(self.their_folder.path()).unwrap();
        let their_file = opened.athletes[0].file.clone();
        let there = self.theirs.read_athlete(&their_file).unwrap();
        let Some(here) = self.workspace.athlete(there.id).cloned() else {
            return;
        };
        let out = self.folder.path().join("out.pkg");
        let version = VersionId(Uuid::from_u128(
            (u128::from(self.chance.below(1 << 30) as u32) << 64) | self.last_id,
        ));
        let stamp = self.stamp(Author::Coach);
        self.store
            .write_package(&out, &here, stamp, version)
            .unwrap();
        let read = store::read_package(&out).unwrap();
        let offer = self.theirs.offer(&read.package, &there).unwrap();
        let mut athlete = offer.merged.athlete;
        let all: Vec<Arc<Session>> = athlete.sessions.all().to_vec();
        let Some(session) = all.get(self.chance.below(all.len())) else {
            return;
        };
        let mut logged = Session::clone(session);
        logged.status = Status::Done;
        let mut log = logged.log.take().unwrap_or_default();
        let said = format!("Felt fine {}", self.chance.below(10_000));
        log.note = said.clone().into();
        logged.log = Some(log);
        let edit = Edit::update(&athlete, logged);
        let stamp = self.stamp(Author::Athlete);
        edit::apply(&mut athlete, &[edit], stamp);
        let now = self.tick();
        self.theirs.write_athlete(&athlete, now).unwrap();
        self.theirs.remember_package(&read.package).unwrap();

        let back = self.folder.path().join("back.pkg");
        let version = VersionId(Uuid::from_u128(version.0.as_u128() ^ (1 << 120)));
        let stamp = self.stamp(Author::Athlete);
        self.theirs
            .write_package(&back, &athlete, stamp, version)
            .unwrap();
        let read = store::read_package(&back).unwrap();
        let offer = self.store.offer(&read.package, &here).unwrap();
        let merged = Arc::new(offer.merged.athlete);
        let noted = merged
            .sessions
            .get(session.id)
            .and_then(|it| it.log.clone());
        let noted = noted.map(|log| log.note).unwrap_or_default();
        assert!(
            noted.contains(&said),
            "the log did not come home: {noted:?}"
        );
        self.apply("Take the package", vec![WorkspaceEdit::PutAthlete(merged)]);
        self.store.remember_package(&read.package).unwrap();
    }
}
