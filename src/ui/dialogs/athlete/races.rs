//! The races on the athlete's page.

use egui::{Grid, Id, Ui, vec2};
use uuid::Uuid;

use crate::domain::{Meters, Race, RaceId, RacePriority, Seconds, Units};
use crate::load::slips::is_human;
use crate::ui::format;
use crate::ui::inspector::{quantities, times};
use crate::ui::theme::{Weight, icons, text};
use crate::ui::widgets::field::{Field, select_all};
use crate::ui::widgets::{buttons, line::line_of};

use super::fields::{ProfileFields, section};
use crate::ui::dialogs::dates::{date_text, parse_date};

/// What a field of a time asks for.
const TIME: &str = "1:45:00";

/// Beyond this pace nobody races, in seconds a kilometre: it is a slow walk.
const SLOWEST: f64 = 1_200.0;

/// The least and the most that the name of a race takes, and what stands beside it, in points.
const NAME: [f32; 2] = [110.0, 210.0];
const OTHERS: f32 = 516.0;

/// Draws the races, the next one to add last.
pub(super) fn races_ui(ui: &mut Ui, part: &mut ProfileFields) {
    section(ui, "Races");
    let mut removed = None;
    let width = (ui.available_width() - OTHERS).clamp(NAME[0], NAME[1]);
    if !part.profile.races.is_empty() {
        // Without a least height, that of a button would part the head from the first race.
        let grid = Grid::new("races").min_row_height(0.0);
        grid.spacing(vec2(8.0, 4.0)).show(ui, |ui| {
            for heading in [
                "Race",
                "Date",
                "Distance",
                "Goal",
                "Result",
                "Temp. °C",
                "Priority",
            ] {
                ui.label(text(heading, 11.5, Weight::Medium));
            }
            ui.end_row();
            for index in 0..part.profile.races.len() {
                if race_ui(ui, part, index, width) {
                    removed = Some(index);
                }
                ui.end_row();
            }
        });
    }
    if let Some(index) = removed {
        part.profile.races.remove(index);
    }
    if buttons::small_ui(ui, "Add race").clicked() {
        let weeks_to_train = chrono::Days::new(84);
        let race = Race {
            distance: Some(Meters::from_km(21.0975)),
            ..Race::new(RaceId(Uuid::new_v4()), part.today + weeks_to_train, "Race")
        };
        ui.data_mut(|data| data.insert_temp(added_id(), race.id));
        part.profile.races.push(race);
    }
}

/// Where the race is kept that was added in the frame before.
fn added_id() -> Id {
    Id::unique("race that was added")
}

/// The field of a race's name.
fn name_id(race: RaceId) -> Id {
    Id::unique(("name of a race", race))
}

/// One race in the cells of a row, its name as wide as said; true when it is to be removed.
fn race_ui(ui: &mut Ui, part: &mut ProfileFields, index: usize, width: f32) -> bool {
    let (units, today, palette) = (part.profile.units, part.today, part.palette);
    let Some(race) = part.profile.races.get_mut(index) else {
        return false;
    };
    // Id by race, so that an open field stays with its race when one above it is removed.
    let id = ui.scope_id().with(race.id);
    let number = index + 1;
    let named = |what: &str| format!("Race {number} {what}");
    cell_ui(ui, width, |ui| {
        let (id, label) = (name_id(race.id), named("name"));
        let field = line_of(ui, id, &label, &mut race.name, width, |edit| edit);
        // A new race has the keyboard here: what is typed takes the place of what it is called at first.
        if ui.data(|data| data.get_temp::<RaceId>(added_id())) == Some(race.id) {
            ui.data_mut(|data| data.remove::<RaceId>(added_id()));
            field.request_focus();
            select_all(ui, id, &race.name);
            field.scroll_to_me(None);
        }
    });

    let parse = |typed: &str| parse_date(typed, today);
    let (name, shown) = (named("date"), date_text(race.date));
    let field = Field::line(&name, 100.0);
    if let Some(date) = cell_ui(ui, 100.0, |ui| {
        field.ui(ui, palette, id.with("date"), &shown, parse)
    }) {
        race.date = date;
    }

    let shown = race.distance.map(|d| quantities::distance_text(d, units));
    let shown = shown.unwrap_or_default();
    let parse = |typed: &str| parse_distance(typed, units);
    let name = named("distance");
    let field = Field::line(&name, 80.0).hint(format::distance_unit(units));
    if let Some(distance) = cell_ui(ui, 80.0, |ui| {
        field.ui(ui, palette, id.with("distance"), &shown, parse)
    }) {
        race.distance = distance;
    }

    let distance = race.distance;
    // A time in the field of a result reads as one: a race that is to come has none, and asks for none.
    let asked = if race.date <= today { TIME } else { "–" };
    for (word, value, hint) in [
        ("goal", &mut race.target, TIME),
        ("result", &mut race.result, asked),
    ] {
        let shown = value.map(format::clock_duration).unwrap_or_default();
        let name = named(word);
        let field = Field::line(&name, 72.0).hint(hint);
        let parse = |typed: &str| parse_time(typed, distance);
        if let Some(time) = cell_ui(ui, 72.0, |ui| {
            field.ui(ui, palette, id.with(word), &shown, parse)
        }) {
            *value = time;
        }
    }

    let shown = race.expected_celsius.map(|celsius| format!("{celsius} °C"));
    let shown = shown.unwrap_or_default();
    let name = named("expected temperature");
    let field = Field::line(&name, 56.0).hint("°C");
    if let Some(celsius) = cell_ui(ui, 56.0, |ui| {
        field.ui(ui, palette, id.with("warmth"), &shown, parse_celsius)
    }) {
        race.expected_celsius = celsius;
    }

    let choices = [
        (RacePriority::A, "A"),
        (RacePriority::B, "B"),
        (RacePriority::C, "C"),
    ];
    let name = named("priority");
    if let Some(choice) = buttons::choice_ui(ui, &name, &choices, race.priority, 40.0) {
        race.priority = choice;
    }
    buttons::mini_icon_ui(ui, icons::DELETE, &format!("Remove race {number}")).clicked()
}

/// A cell of this width: a grid would shrink its fields, and a refusal stands below them.
fn cell_ui<R>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.set_width(width);
        add(ui)
    })
    .inner
}

/// Reads a race distance in the athlete's unit, or by name; empty means not known.
pub(in crate::ui::dialogs) fn parse_distance(
    typed: &str,
    units: Units,
) -> Result<Option<Meters>, String> {
    match typed.trim().to_lowercase().as_str() {
        "half" | "half marathon" | "hm" => Ok(Some(Meters::new(21_097.5))),
        "marathon" | "full" => Ok(Some(Meters::new(42_195.0))),
        other => quantities::optional(other, |typed| quantities::distance(typed, units)),
    }
}

/// Reads a temperature in °C, with or without the unit; empty means not known.
fn parse_celsius(typed: &str) -> Result<Option<f64>, String> {
    quantities::optional(typed, |typed| {
        let figure = typed
            .trim_end_matches(['C', 'c'])
            .trim_end_matches('°')
            .trim();
        let celsius = figure.replace(',', ".").parse::<f64>().ok();
        celsius
            .filter(|celsius| (-30.0..=50.0).contains(celsius))
            .ok_or_else(|| "Between −30 and 50 °C".to_owned())
    })
}

/// Reads a race time; a clock of two figures is in hours where minutes would be too fast for anybody. What nobody runs
/// in either reading is refused.
fn parse_time(typed: &str, distance: Option<Meters>) -> Result<Option<Seconds>, String> {
    let Some(time) = quantities::optional(typed, times::moving_time)? else {
        return Ok(None);
    };
    let Some(distance) = distance.filter(|distance| distance.m() > 0.0) else {
        return Ok(Some(time));
    };
    let is_slow = |Seconds(seconds): Seconds| f64::from(seconds) / distance.km() > SLOWEST;
    let in_hours = Seconds(time.0.saturating_mul(60));
    if is_human(distance, time) && !is_slow(time) {
        Ok(Some(time))
    } else if !is_human(distance, time) && !is_slow(in_hours) {
        Ok(Some(in_hours))
    } else if is_slow(time) {
        Err("Slower than a walk; write hours, minutes and seconds as 1:45:00".to_owned())
    } else {
        Err("Faster than anybody; write hours, minutes and seconds as 1:45:00".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_of_two_figures_is_read_by_the_distance() {
        let half = Some(Meters::new(21_097.5));
        let five = Some(Meters::from_km(5.0));
        assert_eq!(parse_time("1:45", half), Ok(Some(Seconds(6300))));
        assert_eq!(parse_time("19:30", five), Ok(Some(Seconds(1170))));
        assert_eq!(parse_time("1:45:30", half), Ok(Some(Seconds(6330))));
        assert_eq!(parse_time(" ", half), Ok(None));
        assert!(parse_time("fast", half).is_err());
        // As minutes it is too fast, as hours it is almost two days.
        assert!(parse_time("40:00", half).is_err());
        assert_eq!(
            parse_time("40:00", Some(Meters::from_km(10.0))),
            Ok(Some(Seconds(2400)))
        );
        assert_eq!(
            parse_time("4:30", Some(Meters::new(42_195.0))),
            Ok(Some(Seconds(16_200)))
        );
        assert!(parse_time("19:30:00", five).is_err());
    }

    #[test]
    fn temperatures_are_read_with_and_without_their_unit() {
        assert_eq!(parse_celsius("28"), Ok(Some(28.0)));
        assert_eq!(parse_celsius("28 °C"), Ok(Some(28.0)));
        assert_eq!(parse_celsius("-3,5°c"), Ok(Some(-3.5)));
        assert_eq!(parse_celsius(""), Ok(None));
        assert!(parse_celsius("82").is_err());
        assert!(parse_celsius("NaN").is_err());
    }

    #[test]
    fn distances_have_names() {
        let metric = Units::default();
        assert_eq!(
            parse_distance("Half marathon", metric),
            Ok(Some(Meters::new(21_097.5)))
        );
        assert_eq!(
            parse_distance("10", metric),
            Ok(Some(Meters::from_km(10.0)))
        );
        assert_eq!(parse_distance("", metric), Ok(None));
        assert!(parse_distance("far", metric).is_err());
    }
}
