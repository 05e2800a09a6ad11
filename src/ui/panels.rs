//! The panels around the calendar: which are shown, how large they are, and which a small window folds away.

/// The state of the charts panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ChartsPlace {
    /// Folded away.
    Folded,
    /// Below the calendar.
    #[default]
    Below,
    /// In the whole window.
    Filling,
}

/// A panel that may have to make room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// The library on the left.
    Library,
    /// The inspector on the right.
    Inspector,
    /// The charts below.
    Charts,
}

/// Which panels are to be open. Where the window has no room for all of them, some are folded until it has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Panels {
    /// The library on the left.
    pub library: bool,
    /// The inspector on the right.
    pub inspector: bool,
    /// The charts.
    pub charts: ChartsPlace,
    /// The panel asked for last, which is shown before the others.
    pub asked: Option<Panel>,
    /// What the window has room for.
    pub room: PanelRoom,
    /// Their sizes, if changed.
    pub sizes: PanelSizes,
}

/// Sizes of the panels in points; `None` for those that were not changed.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PanelSizes {
    /// Width of the library.
    pub library: Option<f32>,
    /// Width of the inspector.
    pub inspector: Option<f32>,
    /// Height of the charts below the calendar.
    pub charts: Option<f32>,
}

impl Default for Panels {
    fn default() -> Self {
        Self {
            library: true,
            inspector: true,
            charts: ChartsPlace::Below,
            asked: None,
            room: PanelRoom::default(),
            sizes: PanelSizes::default(),
        }
    }
}

impl Panels {
    /// True while a panel is on the screen.
    pub fn shows(&self, panel: Panel) -> bool {
        match panel {
            Panel::Library => self.library && self.room.library,
            Panel::Inspector => self.inspector && self.room.inspector,
            Panel::Charts => match self.charts {
                ChartsPlace::Folded => false,
                ChartsPlace::Below => self.room.charts,
                ChartsPlace::Filling => true,
            },
        }
    }

    /// Brings a panel on the screen; where there is not room for two, the other one makes way.
    pub fn show(&mut self, panel: Panel) {
        match panel {
            Panel::Library => self.library = true,
            Panel::Inspector => self.inspector = true,
            Panel::Charts => self.charts = ChartsPlace::Below,
        }
        self.asked = Some(panel);
    }

    /// Folds a panel that is on the screen, and brings up one that is not.
    pub fn toggle(&mut self, panel: Panel) {
        if !self.shows(panel) {
            return self.show(panel);
        }
        match panel {
            Panel::Library => self.library = false,
            Panel::Inspector => self.inspector = false,
            Panel::Charts => self.charts = ChartsPlace::Folded,
        }
    }
}

/// Which of the panels that are to be open the window has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PanelRoom {
    /// Room for the library.
    pub library: bool,
    /// Room for the inspector.
    pub inspector: bool,
    /// Room for the charts below the calendar.
    pub charts: bool,
}

impl Default for PanelRoom {
    fn default() -> Self {
        Self {
            library: true,
            inspector: true,
            charts: true,
        }
    }
}
