//! Saves and reloads: what is on the disk is what was saved last.

use super::*;

impl Year {
    pub(super) fn save(&mut self) {
        let now = self.tick();
        let known: BTreeSet<AthleteId> = self
            .workspace
            .athletes
            .iter()
            .map(|athlete| athlete.id)
            .collect();
        for athlete in &self.workspace.athletes {
            let saved = self.store.write_athlete(athlete, now).unwrap();
            assert!(!matches!(saved, Saved::Conflict { .. }), "{saved:?}");
        }
        let (_, opened) = Store::look(self.folder.path()).unwrap();
        for file in opened.athletes {
            if let Some(id) = file.id.filter(|id| !known.contains(id)) {
                self.store.remove_athlete(id, now).unwrap();
            }
        }
        self.store
            .write_settings(&self.workspace.settings, now)
            .unwrap();
        self.store.write_own(&self.workspace.own, now).unwrap();
    }

    /// Everything as another start of the program finds it.
    pub(super) fn on_disk(&self) -> Workspace {
        let (store, opened) = Store::look(self.folder.path()).unwrap();
        assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
        let mut workspace = Workspace {
            settings: opened.settings,
            own: opened.own,
            ..Workspace::default()
        };
        for file in &opened.athletes {
            workspace.put(store.read_athlete(&file.file).unwrap());
        }
        assert_eq!(store.take_notes(), Vec::<String>::new());
        let problems = store.take_problems();
        assert!(problems.is_empty(), "{problems:?}");
        workspace
    }

    /// What is open, with tombstones in the order in which files in several parts hold them.
    pub(super) fn sorted(workspace: &Workspace) -> Workspace {
        let mut sorted = workspace.clone();
        for athlete in &mut sorted.athletes {
            let mut other = Athlete::clone(athlete);
            other.tombstones.sort_by_key(|it| it.session);
            *athlete = Arc::new(other);
        }
        sorted
    }

    /// What is on the disk is what is open, with every stamp.
    pub(super) fn save_and_reload(&mut self) {
        self.steps.push("save and reload".to_owned());
        self.save();
        assert_eq!(Self::sorted(&self.on_disk()), Self::sorted(&self.workspace));
        self.reload();
    }

    pub(super) fn reload(&mut self) {
        let (_, opened) = Store::look(self.folder.path()).unwrap();
        for file in &opened.athletes {
            self.store.read_athlete(&file.file).unwrap();
        }
    }
}
