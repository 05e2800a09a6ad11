//! Every command: what menus, palette and keyboard say of it, one file for each heading of the palette.

mod athletes;
mod edit;
mod keys;
mod planning;
mod print_and_export;
mod session;
mod week;
mod window;

use super::command::CommandSpec;

/// The commands of each heading, in the order of the palette.
const BY_CATEGORY: [&[CommandSpec]; 7] = [
    edit::COMMANDS,
    session::COMMANDS,
    week::COMMANDS,
    planning::COMMANDS,
    print_and_export::COMMANDS,
    athletes::COMMANDS,
    window::COMMANDS,
];

/// Every command, in the order of the palette.
pub const COMMANDS: &[CommandSpec] = &joined::<{ count() }>();

const fn count() -> usize {
    let (mut count, mut category) = (0, 0);
    while category < BY_CATEGORY.len() {
        count += BY_CATEGORY[category].len();
        category += 1;
    }
    count
}

/// All of them as one table.
const fn joined<const COUNT: usize>() -> [CommandSpec; COUNT] {
    let mut all = [BY_CATEGORY[0][0]; COUNT];
    let (mut filled, mut category) = (0, 0);
    while category < BY_CATEGORY.len() {
        let mut row = 0;
        while row < BY_CATEGORY[category].len() {
            all[filled] = BY_CATEGORY[category][row];
            filled += 1;
            row += 1;
        }
        category += 1;
    }
    all
}
