//! Circles between files: files that need each other, directly or by way of others.

use std::collections::{BTreeMap, BTreeSet};

use super::{File, shipped};

/// Which file needs which.
struct Graph<'f> {
    files: BTreeMap<&'f [String], &'f File>,
    needs: BTreeMap<&'f [String], BTreeSet<&'f [String]>>,
}

impl<'f> Graph<'f> {
    fn new(files: &'f [File]) -> Self {
        let files: BTreeMap<_, _> = shipped(files)
            .map(|file| (file.module.as_slice(), file))
            .collect();
        let mut graph = Self {
            files,
            needs: BTreeMap::new(),
        };
        for (module, file) in &graph.files {
            let needed = file.imports.needs.iter();
            let needed: BTreeSet<_> = needed
                .filter_map(|path| graph.home(&graph.crate_path(module, path)?, 0))
                .filter(|other| other != module)
                .collect();
            graph.needs.insert(module, needed);
        }
        graph
    }

    /// A path from the root of the crate. One that begins with a child of the file is taken for that child.
    fn crate_path(&self, module: &[String], path: &[String]) -> Option<Vec<String>> {
        match path {
            [first, inner @ ..] if first == "crate" => Some(inner.to_vec()),
            [first, ..] => {
                let child: Vec<_> = module.iter().chain([first]).cloned().collect();
                let is_child = self.files.contains_key(child.as_slice());
                is_child.then(|| module.iter().chain(path).cloned().collect())
            }
            [] => None,
        }
    }

    /// The file in which something stands: what a file only hands on stands elsewhere.
    fn home(&self, path: &[String], depth: usize) -> Option<&'f [String]> {
        let (module, file) = (0..=path.len())
            .rev()
            .find_map(|length| self.files.get_key_value(&path[..length]))?;
        let Some(name) = path.get(module.len()) else {
            return Some(module);
        };
        let handed_on = file.imports.exports.iter().find(|(own, _)| own == name);
        if let Some((_, from)) = handed_on.filter(|_| depth < 8) {
            let from = self.crate_path(module, from)?;
            let rest = path.get(module.len() + 1..).unwrap_or_default();
            return self.home(&[&from, rest].concat(), depth + 1);
        }
        Some(module)
    }

    /// Everything that a file needs, directly or by way of others.
    fn reach(&self, from: &'f [String]) -> BTreeSet<&'f [String]> {
        let mut reached = BTreeSet::new();
        let mut open = vec![from];
        while let Some(module) = open.pop() {
            for other in self.needs.get(module).into_iter().flatten() {
                if reached.insert(*other) {
                    open.push(other);
                }
            }
        }
        reached
    }

    /// The circles, each as the names of its files.
    fn circles(&self) -> Vec<BTreeSet<String>> {
        let reach: BTreeMap<_, _> = self
            .files
            .keys()
            .map(|module| (*module, self.reach(module)))
            .collect();
        let mut circles: Vec<BTreeSet<String>> = Vec::new();
        for (module, reached) in &reach {
            if !reached.contains(module) {
                continue;
            }
            let members = reached
                .iter()
                .filter(|other| reach[*other].contains(module));
            let names: BTreeSet<_> = members.map(|other| other.join("::")).collect();
            if !circles.contains(&names) {
                circles.push(names);
            }
        }
        circles
    }
}

#[test]
fn no_files_need_each_other_in_a_circle() {
    let files = super::source();
    let circles = Graph::new(&files).circles();
    let told: Vec<_> = circles
        .iter()
        .map(|circle| circle.iter().cloned().collect::<Vec<_>>().join(", "))
        .collect();
    assert!(told.is_empty(), "in a circle:\n{}", told.join("\n"));
}

#[test]
fn circles_are_found_through_children_parents_and_what_is_handed_on() {
    let circles = |texts: &[(&str, &str)]| {
        let files: Vec<_> = texts
            .iter()
            .map(|(path, text)| File::new(path, text))
            .collect();
        let found = Graph::new(&files).circles();
        let names = found
            .iter()
            .map(|circle| circle.iter().cloned().collect::<Vec<_>>().join(" "));
        names.collect::<Vec<_>>()
    };
    // A parent that calls its child, and a child that needs what stands in the parent.
    let parent = "mod child; pub struct Own; fn f() { child::g(); }";
    let child = "use super::Own; pub fn g() {}";
    let both = [("src/a/mod.rs", parent), ("src/a/child.rs", child)];
    assert_eq!(circles(&both), ["a a::child"]);
    // A parent that only hands on is nobody's circle.
    let parent = "mod child; mod other; pub use child::g; pub use other::Own;";
    let files = [
        ("src/a/mod.rs", parent),
        ("src/a/child.rs", child),
        ("src/a/other.rs", "pub struct Own;"),
    ];
    assert!(circles(&files).is_empty());
    // Over three files, one of them by way of what another hands on.
    let files = [
        ("src/a/mod.rs", "mod child; pub use child::g;"),
        ("src/a/child.rs", "use crate::b::B; pub fn g() {}"),
        (
            "src/b.rs",
            "pub use crate::c::C; pub struct B; fn f(_: crate::d::D) {}",
        ),
        ("src/c.rs", "pub struct C;"),
        ("src/d.rs", "pub struct D; fn f() { crate::a::g(); }"),
    ];
    assert_eq!(circles(&files), ["a::child b d"]);
    // What only tests need is no circle.
    let files = [
        (
            "src/b.rs",
            "pub struct B; #[cfg(test)] mod tests { use crate::c::C; }",
        ),
        ("src/c.rs", "use crate::b::B; pub struct C;"),
    ];
    assert!(circles(&files).is_empty());
}
