//! Words put together: a count with its noun, a capital at the head, things in a row.

/// A count with its noun: "1 run", "4 runs".
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// A text with a capital at its head.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let mut with_capital = String::with_capacity(text.len());
    with_capital.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    with_capital.push_str(letters.as_str());
    with_capital
}

/// Things in a row, the last after a word of its own: "a", "a and b", "a, b and c".
pub fn listed(words: &[String], last_by: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {last_by} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_has_the_noun_of_its_number() {
        let said = [0, 1, 2].map(|n| counted(n, "run", "runs"));
        assert_eq!(said, ["0 runs", "1 run", "2 runs"]);
    }

    #[test]
    fn a_capital_is_that_of_the_first_letter() {
        assert_eq!(capitalised("heavy legs"), "Heavy legs");
        assert_eq!(capitalised("über 10 km"), "Über 10 km");
        assert_eq!(capitalised(""), "");
    }

    #[test]
    fn things_in_a_row_read_as_people_say_them() {
        let words = ["leg", "calf", "core"].map(str::to_owned);
        let said = [0, 1, 2, 3].map(|n| listed(&words[..n], "and"));
        assert_eq!(said, ["", "leg", "leg and calf", "leg, calf and core"]);
    }
}
