//! File names from people's names: plain letters that every system, archive and mail can carry.

/// Longest name made from a person's; the rest adds nothing.
const MAX_LENGTH: usize = 40;

/// Names that Windows keeps for devices, or that would clash with other files of ours in the backups.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "workspace", "library"];

/// True when two names differ only in case, accents and white space: "anna kovac" is "Anna Kovač". An umlaut may be
/// written as two letters or without its dots.
pub fn same_name(a: &str, b: &str) -> bool {
    plain(a, Umlaut::Two) == plain(b, Umlaut::Two) || plain(a, Umlaut::One) == plain(b, Umlaut::One)
}

/// The name of an athlete as their file tells it, where nothing else does: "ben-okafor" is Ben Okafor's.
pub(super) fn as_name(stem: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>()
    };
    let words = stem.split(['-', '_', ' ']).filter(|word| !word.is_empty());
    let name = words.map(capital).collect::<Vec<_>>().join(" ");
    if name.is_empty() {
        stem.to_owned()
    } else {
        name
    }
}

/// How "ü" is written in plain letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Umlaut {
    /// "u".
    One,
    /// "ue".
    Two,
}

fn plain(name: &str, umlaut: Umlaut) -> String {
    let words = name.split_whitespace().map(|word| {
        let letters = word.chars().flat_map(char::to_lowercase);
        letters
            .filter(|&c| !is_mark(c))
            .fold(String::new(), |mut plain, c| {
                match (fold(c), umlaut) {
                    ("", _) => plain.push(c),
                    (folded, Umlaut::One) if matches!(c, 'ä' | 'ö' | 'ü') => {
                        plain.extend(folded.chars().take(1));
                    }
                    (folded, _) => plain.push_str(folded),
                }
                plain
            })
    });
    words.collect::<Vec<_>>().join(" ")
}

/// A file name without its ending for a person's name, different from all that `taken` says yes to.
pub(super) fn unique(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let base = slug(name);
    if !taken(&base) {
        return base;
    }
    let mut number = 2_u64;
    loop {
        let candidate = format!("{base}-{number}");
        if !taken(&candidate) {
            return candidate;
        }
        number += 1;
    }
}

fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        let folded = fold(c);
        if !folded.is_empty() {
            slug.push_str(folded);
        } else if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') && !is_mark(c) {
            slug.push('-');
        }
        if slug.len() >= MAX_LENGTH {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    match slug {
        "" => "athlete".to_owned(),
        reserved if is_reserved(reserved) => format!("{reserved}-athlete"),
        free => free.to_owned(),
    }
}

fn is_reserved(slug: &str) -> bool {
    let numbered = |device: &str| {
        slug.strip_prefix(device)
            .is_some_and(|n| n.len() == 1 && n.as_bytes().iter().all(u8::is_ascii_digit))
    };
    RESERVED.contains(&slug) || numbered("com") || numbered("lpt")
}

/// Accents that stand alone, and apostrophes: left out without a hyphen, as in `oneill`.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\'' | '’' | '`')
}

/// The plain letters of a lower-case Latin letter with an accent; empty for all others.
fn fold(c: char) -> &'static str {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'ä' | 'æ' => "ae",
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' | 'ģ' | 'ĝ' | 'ġ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ō' | 'ő' => "o",
        'ö' | 'œ' => "oe",
        'ŕ' | 'ř' => "r",
        'ś' | 'ş' | 'š' | 'ș' | 'ŝ' => "s",
        'ß' => "ss",
        'ť' | 'ţ' | 'ț' => "t",
        'þ' => "th",
        'ù' | 'ú' | 'û' | 'ū' | 'ů' | 'ű' | 'ų' => "u",
        'ü' => "ue",
        'ŵ' => "w",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_names_its_athlete_where_nothing_else_does() {
        assert_eq!(as_name("ben-okafor"), "Ben Okafor");
        assert_eq!(as_name("élodie-2"), "Élodie 2");
        assert_eq!(as_name("-"), "-");
    }

    #[test]
    fn names_become_plain_letters() {
        for (name, expected) in [
            ("Anna Kovač", "anna-kovac"),
            ("  Jörg  Müller-Weiß ", "joerg-mueller-weiss"),
            ("O’Neill, Siobhán", "oneill-siobhan"),
            ("Łukasz Żak", "lukasz-zak"),
            ("山田 太郎", "athlete"),
            ("../../etc/passwd", "etc-passwd"),
            ("CON", "con-athlete"),
            ("com1", "com1-athlete"),
            ("Library", "library-athlete"),
            ("", "athlete"),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
        assert!(slug(&"ß".repeat(500)).len() <= MAX_LENGTH + 1);
    }

    #[test]
    fn names_are_the_same_without_case_and_accents() {
        for (typed, name) in [
            ("anna kovac", "Anna Kovač"),
            ("ANNA  KOVAČ ", "Anna Kovač"),
            ("jorg muller", "Jörg Müller"),
            ("joerg mueller", "Jörg Müller"),
            ("siobhan oneill", "Siobhán O’Neill"),
            ("山田 太郎", "山田 太郎"),
        ] {
            assert!(same_name(typed, name), "{typed}");
        }
        assert!(!same_name("anna", "Anna Kovač"));
        assert!(!same_name("山田", "太郎"));
    }

    #[test]
    fn names_taken_get_a_number() {
        let taken = ["anna", "anna-2"];
        assert_eq!(unique("Anna", |slug| taken.contains(&slug)), "anna-3");
    }
}
