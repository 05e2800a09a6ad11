//! The paths that a file of Rust refers to, as far as they say which modules and crates it needs.

use super::tokens::{Token, tokens};

/// What a file refers to.
pub struct Imports {
    /// Every path of a `use` and every path with `::` elsewhere, outside tests, in the order of the file.
    /// `self` and `super` are resolved to paths from `crate`; globs end in `*`.
    pub paths: Vec<Vec<String>>,
    /// Those of them that the file itself needs: all but what it only hands on with `pub use`.
    pub needs: Vec<Vec<String>>,
    /// What it hands on with `pub use`: under which name, and from where.
    pub exports: Vec<(String, Vec<String>)>,
    /// Modules that are only compiled for tests and live in files of their own.
    pub test_modules: Vec<Vec<String>>,
}

impl Imports {
    /// Reads the text of the file that is this module.
    pub fn read(text: &str, module: &[String]) -> Self {
        let (tokens, test_modules) = without_tests(&tokens(text));
        let inside = |name: String| module.iter().cloned().chain([name]).collect();
        let (mut needs, mut exports, mut all) = (Vec::new(), Vec::new(), Vec::new());
        for Found { path, alias, role } in paths(&tokens) {
            let path = resolved(path, module);
            all.push(path.clone());
            match role {
                Role::HandedOn => {
                    let name = alias.or_else(|| path.last().cloned());
                    exports.push((name.unwrap_or_default(), path));
                }
                Role::Used | Role::Spelled => needs.push(path),
            }
        }
        Self {
            paths: all,
            needs,
            exports,
            test_modules: test_modules.into_iter().map(inside).collect(),
        }
    }
}

/// Takes out every item under `#[cfg(test)]`, and names the modules among them.
fn without_tests(all: &[Token]) -> (Vec<Token>, Vec<String>) {
    let marker = tokens("#[cfg(test)]");
    let (mut kept, mut modules) = (Vec::new(), Vec::new());
    let mut rest = all;
    while let Some((first, after)) = rest.split_first() {
        let Some(item) = rest.strip_prefix(&marker[..]) else {
            kept.push(first.clone());
            rest = after;
            continue;
        };
        let item = without_attributes(item);
        let (item, after) = item.split_at(length_of_item(item));
        if let Some([_, Token::Word(name), Token::Sign(';')]) = item
            .iter()
            .position(|token| token.is("mod"))
            .map(|place| &item[place..])
        {
            modules.push(name.clone());
        }
        rest = after;
    }
    (kept, modules)
}

fn without_attributes(mut item: &[Token]) -> &[Token] {
    while let [Token::Sign('#'), Token::Sign('['), ..] = item {
        item = &item[1 + length_of_group(&item[1..])..];
    }
    item
}

/// Up to the semicolon, or the end of the body.
fn length_of_item(item: &[Token]) -> usize {
    let keyword = item
        .iter()
        .find(|token| matches!(token, Token::Word(word) if word != "pub"));
    let has_body =
        !keyword.is_some_and(|word| ["use", "static", "const"].iter().any(|w| word.is(w)));
    let mut length = 0;
    while let Some(token) = item.get(length) {
        match token {
            Token::Sign(';') => return length + 1,
            Token::Sign('{') if has_body => return length + length_of_group(&item[length..]),
            Token::Sign('{' | '(' | '[') => length += length_of_group(&item[length..]),
            _ => length += 1,
        }
    }
    length
}

/// From an opening bracket to the one that closes it.
fn length_of_group(group: &[Token]) -> usize {
    let mut depth = 0_usize;
    for (place, token) in group.iter().enumerate() {
        match token {
            Token::Sign('{' | '(' | '[') => depth += 1,
            Token::Sign('}' | ')' | ']') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return place + 1;
        }
    }
    group.len()
}

/// A path in the source.
struct Found {
    path: Vec<String>,
    /// The name after `as`.
    alias: Option<String>,
    role: Role,
}

/// How a path stands in the source.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    /// In a `use`.
    Used,
    /// In a `pub use`.
    HandedOn,
    /// In code.
    Spelled,
}

/// True when what these tokens end with makes the item after them public, to whomever.
fn ends_public(tokens: &[Token]) -> bool {
    match tokens {
        [.., last] if last.is("pub") => true,
        [.., Token::Sign(')')] => {
            let open = tokens.iter().rposition(|token| *token == Token::Sign('('));
            open.is_some_and(|open| ends_public(&tokens[..open]))
        }
        _ => false,
    }
}

/// The paths of all `use` items, and whatever else is joined by `::`.
fn paths(tokens: &[Token]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut rest = tokens;
    while let Some((first, after)) = rest.split_first() {
        let Token::Word(word) = first else {
            rest = after;
            continue;
        };
        let before = &tokens[..tokens.len() - rest.len()];
        if word == "in" && matches!(before, [.., visible, Token::Sign('(')] if visible.is("pub")) {
            // `pub(in crate::ui)` says who may see the item, and needs nothing of theirs.
            let close = after.iter().position(|token| *token == Token::Sign(')'));
            rest = close.map_or(after, |close| &after[close..]);
            continue;
        }
        let in_use = word == "use";
        let role = match in_use {
            true if ends_public(before) => Role::HandedOn,
            true => Role::Used,
            false => Role::Spelled,
        };
        let mut reader = Reader {
            rest: if in_use { after } else { rest },
            found: Vec::new(),
        };
        reader.tree(&[]);
        // `impl Trait + use<'a>` names no path.
        rest = if reader.rest.len() < rest.len() {
            reader.rest
        } else {
            after
        };
        found.extend(
            reader
                .found
                .into_iter()
                .filter(|(path, _)| in_use || path.len() > 1)
                .map(|(path, alias)| Found { path, alias, role }),
        );
    }
    found
}

/// Reads `a::b`, `a::{b, c::*}` and `a as b`.
struct Reader<'a> {
    rest: &'a [Token],
    /// Paths, each with the name after `as`.
    found: Vec<(Vec<String>, Option<String>)>,
}

impl Reader<'_> {
    fn tree(&mut self, before: &[String]) {
        let mut path = before.to_vec();
        loop {
            match self.rest {
                [Token::Word(word), after @ ..] => {
                    path.push(word.clone());
                    self.rest = after;
                }
                [Token::Sign('*'), after @ ..] if !path.is_empty() => {
                    path.push("*".to_owned());
                    self.rest = after;
                }
                [Token::Sign('{'), after @ ..] => {
                    self.rest = after;
                    return self.branches(&path);
                }
                // `Vec::<u8>::new` ends here.
                _ => break,
            }
            let [Token::Sign(':'), Token::Sign(':'), after @ ..] = self.rest else {
                break;
            };
            self.rest = after;
        }
        if path.len() > before.len() {
            let mut alias = None;
            if let [Token::Word(as_), Token::Word(name), after @ ..] = self.rest
                && as_ == "as"
            {
                alias = Some(name.clone());
                self.rest = after;
            }
            self.found.push((path, alias));
        }
    }

    fn branches(&mut self, path: &[String]) {
        loop {
            self.tree(path);
            match self.rest {
                [Token::Sign(','), after @ ..] => self.rest = after,
                [Token::Sign('}'), after @ ..] => {
                    self.rest = after;
                    return;
                }
                _ => return,
            }
        }
    }
}

/// The path with `self` and `super` resolved, and a trailing `self` of a tree left out.
fn resolved(mut path: Vec<String>, module: &[String]) -> Vec<String> {
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    let ups = path
        .iter()
        .take_while(|name| *name == "super" || *name == "self")
        .count();
    if ups == 0 {
        return path;
    }
    let climbs = path[..ups].iter().filter(|name| *name == "super").count();
    let from = &module[..module.len().saturating_sub(climbs)];
    let crate_ = std::iter::once("crate".to_owned());
    crate_
        .chain(from.iter().cloned())
        .chain(path.drain(ups..))
        .collect()
}

#[test]
fn paths_are_read_and_resolved() {
    let text =
        "use a::{self, b::{c, d as e}, f::*}; fn g() { super::h(); x.len(); Vec::<u8>::new(); }";
    let module = ["ui".to_owned(), "panel".to_owned()];
    let read: Vec<_> = Imports::read(text, &module)
        .paths
        .iter()
        .map(|path| path.join("::"))
        .collect();
    assert_eq!(read, ["a", "a::b::c", "a::b::d", "a::f::*", "crate::ui::h"]);
}

#[test]
fn what_is_handed_on_is_told_from_what_is_needed() {
    let text =
        "pub use a::b; pub(crate) use super::c as d; use e::f; pub(in crate::k) fn g() { h::i(); }";
    let module = ["ui".to_owned(), "panel".to_owned()];
    let read = Imports::read(text, &module);
    let joined = |path: &Vec<String>| path.join("::");
    let needs: Vec<_> = read.needs.iter().map(joined).collect();
    assert_eq!(needs, ["e::f", "h::i"]);
    let exports: Vec<_> = read
        .exports
        .iter()
        .map(|(name, path)| format!("{name} = {}", joined(path)))
        .collect();
    assert_eq!(exports, ["b = a::b", "d = crate::ui::c"]);
    assert_eq!(read.paths.len(), 4);
}
