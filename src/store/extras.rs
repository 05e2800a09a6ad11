//! Fields of a file that this program does not know: a later one of the same version wrote them, or another program.
//! They are found when a file is about to be replaced, and written again where they were.
//!
//! A field has an address: the fields that lead to it, and for an entry of a list its first field, which is its
//! identity or its day nearly everywhere, so that entries may be moved, added and removed meanwhile.

use std::collections::{HashMap, HashSet};

use serde::de::DeserializeOwned;

use super::syntax;
use super::tree::{Content, Node};

/// A field that is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Extra {
    address: Vec<PathStep>,
    name: String,
    /// Its value, as it is written.
    value: String,
}

/// A step towards a field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum PathStep {
    /// Into the field of this name, or the entry of this key.
    Field(String),
    /// Into the entry of a list that begins with this, counted among those that do.
    Entry(String, usize),
    /// Into the value at this place of several in round brackets.
    Place(usize),
    /// On, if the choice is this one.
    Choice(String),
}

/// A step as the reader of a type takes it.
enum Taken {
    Field(String),
    Index(usize),
}

/// The fields of a text that a type does not know; none when the text is not of that type.
pub(super) fn unknown<T: DeserializeOwned>(text: &str) -> Vec<Extra> {
    let mut paths = Vec::new();
    let read = syntax::parse_noting::<T>(text, |path| paths.push(taken(path)));
    if read.is_err() || paths.is_empty() {
        return Vec::new();
    }
    let Some(root) = Node::parse(text) else {
        return Vec::new();
    };
    let extras = paths.iter().filter_map(|path| locate(&root, path, text));
    extras.collect()
}

fn taken(path: &serde_ignored::Path<'_>) -> Vec<Taken> {
    use serde_ignored::Path;
    match path {
        Path::Root => Vec::new(),
        Path::Seq { parent, index } => {
            let mut steps = taken(parent);
            steps.push(Taken::Index(*index));
            steps
        }
        Path::Map { parent, key } => {
            let mut steps = taken(parent);
            steps.push(Taken::Field(key.clone()));
            steps
        }
        Path::Some { parent }
        | Path::NewtypeStruct { parent }
        | Path::NewtypeVariant { parent } => taken(parent),
    }
}

/// Finds an unknown field in its text.
fn locate(root: &Node, path: &[Taken], text: &str) -> Option<Extra> {
    let (last, way) = path.split_last()?;
    let Taken::Field(name) = last else {
        return None;
    };
    let mut address = Vec::new();
    let mut node = inner(root, &mut address);
    for step in way {
        node = match (step, &node.content) {
            (Taken::Field(name), Content::Fields(fields)) => {
                address.push(PathStep::Field(name.clone()));
                &fields.iter().find(|(field, _)| field == name)?.1
            }
            (Taken::Index(index), Content::List(entries)) => {
                let keys = entries.iter().map(|entry| entry.key(text));
                let keys: Vec<&str> = keys.take(index + 1).collect();
                let key = keys.last()?;
                let before = keys.iter().filter(|other| *other == key).count() - 1;
                address.push(PathStep::Entry((*key).to_owned(), before));
                entries.get(*index)?
            }
            (Taken::Index(index), Content::Values(values)) => {
                address.push(PathStep::Place(*index));
                values.get(*index)?
            }
            _ => return None,
        };
        node = inner(node, &mut address);
    }
    let Content::Fields(fields) = &node.content else {
        return None;
    };
    let value = &fields.iter().find(|(field, _)| field == name)?.1;
    Some(Extra {
        address,
        name: name.clone(),
        value: text.get(value.start..value.end)?.to_owned(),
    })
}

/// Those of these fields that stand within the entries of `list` that begin with one of the `keys`, as they stand in a
/// file whose document is called `to` and not `from`.
pub(super) fn carried(
    extras: &[Extra],
    list: &str,
    keys: &HashSet<String>,
    from: &str,
    to: &str,
) -> Vec<Extra> {
    let carried = extras.iter().filter_map(|extra| {
        let [
            PathStep::Field(root),
            PathStep::Field(field),
            PathStep::Entry(key, _),
            ..,
        ] = &extra.address[..]
        else {
            return None;
        };
        if root != from || field != list || !keys.contains(key) {
            return None;
        }
        let mut extra = extra.clone();
        if let Some(root) = extra.address.first_mut() {
            *root = PathStep::Field(to.to_owned());
        }
        Some(extra)
    });
    carried.collect()
}

/// The text with these fields in it. A field whose place is gone goes with it.
pub(super) fn put_back(text: &str, extras: &[Extra]) -> String {
    let Some(root) = Node::parse(text) else {
        return text.to_owned();
    };
    let mut lists = HashMap::new();
    let mut additions: Vec<(usize, String)> = Vec::new();
    for extra in extras {
        let Some(node) = follow(&root, &extra.address, text, &mut lists) else {
            continue;
        };
        let Content::Fields(fields) = &node.content else {
            continue;
        };
        if fields.iter().all(|(field, _)| *field != extra.name) {
            additions.push(addition(node, extra, text));
        }
    }
    // A stable sort: additions at the same place keep their order.
    additions.sort_by_key(|(at, _)| *at);
    let mut whole = String::with_capacity(text.len() + additions.len() * 32);
    let mut from = 0;
    for (at, added) in additions {
        whole.push_str(text.get(from..at).unwrap_or_default());
        whole.push_str(&added);
        from = at;
    }
    whole.push_str(text.get(from..).unwrap_or_default());
    whole
}

/// The fields that are left of two sides' on the last version that both had. Where both changed one, the value decides
/// that comes later by its letters, as on every machine.
pub(super) fn merged(base: &[Extra], ours: &[Extra], theirs: &[Extra]) -> Vec<Extra> {
    type Place<'a> = (&'a [PathStep], &'a str);
    fn placed(extras: &[Extra]) -> HashMap<Place<'_>, &Extra> {
        let all = extras.iter();
        all.map(|extra| ((extra.address.as_slice(), extra.name.as_str()), extra))
            .collect()
    }
    let (in_base, in_ours, in_theirs) = (placed(base), placed(ours), placed(theirs));
    let only_theirs = theirs
        .iter()
        .filter(|extra| !in_ours.contains_key(&(extra.address.as_slice(), extra.name.as_str())));
    let all = ours.iter().chain(only_theirs);
    let left = all.filter_map(|extra| {
        let place = (extra.address.as_slice(), extra.name.as_str());
        let before = in_base.get(&place).map(|extra| &extra.value);
        match (in_ours.get(&place), in_theirs.get(&place)) {
            (Some(ours), Some(theirs)) => Some(if before == Some(&ours.value) {
                theirs
            } else if before == Some(&theirs.value) || ours.value >= theirs.value {
                ours
            } else {
                theirs
            }),
            (Some(one), None) | (None, Some(one)) => (before != Some(&one.value)).then_some(one),
            (None, None) => None,
        }
    });
    left.map(|extra| (*extra).clone()).collect()
}

/// Entries of lists by what they begin with, for each list that was gone through.
type Lists<'a> = HashMap<usize, HashMap<&'a str, Vec<usize>>>;

fn follow<'a>(
    root: &'a Node,
    address: &[PathStep],
    text: &'a str,
    lists: &mut Lists<'a>,
) -> Option<&'a Node> {
    let mut node = root;
    for step in address {
        // A choice has its name before the bracket, and may hold a single value in brackets of its own.
        if let PathStep::Choice(choice) = step {
            if node.choice.as_deref() != Some(choice) {
                return None;
            }
            node = node.only_value().unwrap_or(node);
            continue;
        }
        node = match (step, &node.content) {
            (PathStep::Field(name), Content::Fields(fields)) => {
                &fields.iter().find(|(field, _)| field == name)?.1
            }
            (PathStep::Entry(key, nth), Content::List(entries)) => {
                let places = lists.entry(node.start).or_insert_with(|| {
                    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
                    for (place, entry) in entries.iter().enumerate() {
                        places.entry(entry.key(text)).or_default().push(place);
                    }
                    places
                });
                entries.get(*places.get(key.as_str())?.get(*nth)?)?
            }
            (PathStep::Place(place), Content::Values(values)) => values.get(*place)?,
            _ => return None,
        };
    }
    Some(node)
}

/// Where and how a field is added to a node, in the way the node is written.
fn addition(node: &Node, extra: &Extra, text: &str) -> (usize, String) {
    let Extra { name, value, .. } = extra;
    let close = node.end - 1;
    let inside = text.get(node.start..close).unwrap_or_default();
    let last_line = inside.rsplit_once('\n').map(|(_, line)| line);
    match last_line {
        Some(indent) if indent.trim().is_empty() => {
            let at = close - indent.len() - 1;
            let comma = if inside.trim_end().ends_with([',', '(']) {
                ""
            } else {
                ","
            };
            (at, format!("{comma}\n{indent}  {name}: {value},"))
        }
        _ => {
            let before = inside.trim_end();
            let comma = match before.chars().last() {
                Some(',') => " ",
                Some('(') => "",
                _ => ", ",
            };
            (close, format!("{comma}{name}: {value}"))
        }
    }
}

/// The value itself, where brackets hold nothing else: `((a: 1))`, `Run((a: 1))`. What the brackets are called is
/// a step of the address.
fn inner<'a>(node: &'a Node, address: &mut Vec<PathStep>) -> &'a Node {
    let mut node = node;
    loop {
        if let Some(choice) = &node.choice {
            address.push(PathStep::Choice(choice.clone()));
        }
        match node.only_value() {
            Some(inner) => node = inner,
            None => return node,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    use super::*;

    #[derive(Debug, Serialize, Deserialize)]
    struct File {
        version: u32,
        #[serde(default)]
        people: Vec<Person>,
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct Person {
        id: u32,
        #[serde(default)]
        work: Option<Work>,
    }

    #[derive(Debug, Serialize, Deserialize)]
    enum Work {
        Run(Run),
        Lift { kg: f64 },
    }

    #[derive(Debug, Serialize, Deserialize)]
    struct Run {
        km: f64,
    }

    /// Reads and writes a text after a change of what it says.
    fn again(text: &str, change: impl FnOnce(&mut File)) -> String {
        let extras = unknown::<File>(text);
        let mut file: File = syntax::parse(text).unwrap();
        change(&mut file);
        let written = syntax::print(&file).unwrap();
        let whole = put_back(&written, &extras);
        let read: File = syntax::parse(&whole).unwrap();
        assert_eq!(syntax::print(&read).unwrap(), written, "{whole}");
        whole
    }

    const TEXT: &str = "(version: 1, moon: Full(3), people: [
        (id: 7, nick: \"A: (b\", work: Run((km: 5.0, shoes: [1, 2]))),
        (id: 8, pet: (name: \"Rex\"), work: Lift(kg: 60.0, bar: 'x')),
        (id: 8, nick: \"twin\"),
    ])";

    #[test]
    fn what_is_not_known_comes_back_where_it_was() {
        let whole = again(TEXT, |_| {});
        for kept in [
            "moon: Full(3)",
            "nick: \"A: (b\"",
            "shoes: [1, 2]",
            "pet: (name: \"Rex\")",
            "bar: 'x'",
            "nick: \"twin\"",
        ] {
            assert_eq!(whole.matches(kept).count(), 1, "{kept}\n{whole}");
        }
        assert_eq!(again(&whole, |_| {}), whole, "and stays as it is");
    }

    #[test]
    fn it_goes_with_its_entry_and_stays_with_the_others() {
        let whole = again(TEXT, |file| {
            file.people.remove(0);
            file.people.insert(0, Person { id: 1, work: None });
            file.people.reverse();
        });
        assert!(
            !whole.contains("shoes") && !whole.contains("A: (b"),
            "{whole}"
        );
        let eight = whole.find("id: 8").unwrap();
        assert!(
            whole[eight..].contains("Rex") && whole.contains("moon"),
            "{whole}"
        );
        let other_work = again(TEXT, |file| {
            file.people[0].work = Some(Work::Lift { kg: 1.0 });
        });
        assert!(!other_work.contains("shoes") && other_work.contains("A: (b"));
    }

    #[test]
    fn a_file_without_them_stays_as_it_is() {
        assert_eq!(unknown::<File>("(version: 1, people: [(id: 1)])"), []);
        assert_eq!(unknown::<File>("(version: 1, people: 7)"), []);
        assert_eq!(put_back("(a: 1)", &[]), "(a: 1)");
    }
}
