//! Seasons for all sorts of athletes, held against the rules.

mod properties;
mod request;
mod support;

use crate::domain::Level;

use support::{Case, no_gym};

#[test]
fn a_novice_without_the_gym_on_thursdays_gets_a_season_that_the_rules_let_pass() {
    let mut case = Case::half_marathon(14);
    case.request.level = Level::Novice;
    case.request.availability.week[3] = no_gym(None);
    let season = case.season();
    assert_eq!(season.weeks.len(), 14);
    eprintln!("{}", support::shown(&case, &season));
    assert_eq!(case.cautions(&season), [""; 0]);
    assert!(
        season
            .weeks
            .iter()
            .all(|week| week.strength >= 1 || week.number == 14)
    );
}
