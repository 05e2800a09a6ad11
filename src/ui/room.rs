//! Which panels the window has room for: the week comes first, and what was asked for last before the rest.

use egui::Vec2;

use super::shared::{Panel, PanelRoom, Panels};

/// The least width of the library, in points: what the words of its tabs take in a row.
pub(super) const LIBRARY: f32 = 242.0;
/// The least width of the inspector, in points.
pub(super) const INSPECTOR: f32 = 236.0;
/// The height from which charts stand below the calendar by themselves, in points.
const CHARTS: f32 = 560.0;
/// The least of the week that an asked-for panel leaves: it scrolls then.
const GLIMPSE: f32 = 150.0;

/// What there is room for in `size`, which the top bar is left out of. `selects` says that a session is selected, which
/// the inspector shows; `least` is the width that the calendar has to have, in points.
pub(super) fn room(size: Vec2, panels: Panels, selects: bool, least: f32) -> PanelRoom {
    let beside = |width: f32| size.x - width >= least;
    let charts = size.y >= CHARTS || panels.asked == Some(Panel::Charts);
    let (library, inspector) = match (panels.library, panels.inspector) {
        (true, true) if beside(LIBRARY + INSPECTOR) => (true, true),
        (true, true) => {
            let inspects = match panels.asked {
                Some(Panel::Inspector) => true,
                Some(Panel::Library) => false,
                _ => selects,
            };
            (!inspects, inspects)
        }
        both => both,
    };
    // A panel that does not fit beside a whole week is shown only on request.
    let fits = |panel, width| {
        let asked = panels.asked == Some(panel) && size.x - width >= GLIMPSE;
        beside(width) || asked
    };
    PanelRoom {
        library: library && fits(Panel::Library, LIBRARY),
        inspector: inspector && fits(Panel::Inspector, INSPECTOR),
        charts,
    }
}

#[cfg(test)]
mod tests {
    use egui::vec2;

    use super::*;
    use crate::ui::calendar::USUAL_WEEK;

    fn shown(width: f32, height: f32, panels: Panels, selects: bool) -> [bool; 3] {
        let room = room(vec2(width, height), panels, selects, USUAL_WEEK);
        [room.library, room.inspector, room.charts]
    }

    #[test]
    fn panels_fold_one_after_the_other_as_the_window_gets_smaller() {
        let panels = Panels::default();
        assert_eq!(shown(1440.0, 850.0, panels, false), [true, true, true]);
        assert_eq!(shown(1180.0, 650.0, panels, false), [true, true, true]);
        assert_eq!(shown(800.0, 452.0, panels, false), [true, false, false]);
        assert_eq!(shown(800.0, 452.0, panels, true), [false, true, false]);
        // 1180 × 700 pixels at 200 %: the tabs would be cut.
        assert_eq!(shown(758.0, 402.0, panels, false), [false, false, false]);
        assert_eq!(shown(590.0, 302.0, panels, true), [false, false, false]);
    }

    #[test]
    fn what_is_asked_for_is_shown_and_the_other_makes_way() {
        let mut panels = Panels::default();
        panels.show(Panel::Inspector);
        assert_eq!(shown(800.0, 452.0, panels, false), [false, true, false]);
        panels.show(Panel::Library);
        assert_eq!(shown(590.0, 302.0, panels, true), [true, false, false]);
        panels.show(Panel::Charts);
        assert_eq!(shown(1180.0, 400.0, panels, true), [true, true, true]);
    }

    #[test]
    fn a_toggle_brings_up_what_was_folded_for_room_and_folds_what_is_shown() {
        let mut panels = Panels::default();
        panels.room = room(vec2(590.0, 302.0), panels, false, USUAL_WEEK);
        panels.toggle(Panel::Library);
        assert!(panels.library && panels.asked == Some(Panel::Library));
        panels.room = room(vec2(590.0, 302.0), panels, false, USUAL_WEEK);
        panels.toggle(Panel::Library);
        assert!(!panels.library);
    }
}
