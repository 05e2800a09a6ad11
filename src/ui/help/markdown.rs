//! Markdown as far as the guide uses it: headings, paragraphs, lists, tables, code, pictures.
//!
//! A viewer for egui, egui_commonmark, was looked at: it brings an image stack of its own, and what it draws can be
//! neither searched by section nor set in our fonts. The parser is the one it uses, too.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A run of text of one look.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) code: bool,
    /// Where it leads.
    pub(super) link: Option<String>,
}

impl Span {
    fn has_look_of(&self, other: &Self) -> bool {
        let look = |span: &Self| (span.strong, span.emphasis, span.code);
        look(self) == look(other) && self.link == other.link
    }
}

/// Text with its looks.
pub(super) type Spans = Vec<Span>;

/// A piece of a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading and its level, from 1.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(Spans),
    /// An item of a list: how deep it stands, from 0, its mark, and its text.
    Item(usize, String, Spans),
    /// A table: its head, and its rows.
    Table(Vec<Spans>, Vec<Vec<Spans>>),
    /// Code, as it is.
    Code(String),
    /// A picture: its file, and what it shows.
    Picture(String, String),
}

impl Block {
    /// The words of a heading.
    pub(super) fn heading(&self) -> Option<&str> {
        match self {
            Self::Heading(_, words) => Some(words),
            _ => None,
        }
    }

    /// All its words; the rows of a table in a line each.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Heading(_, words) | Self::Code(words) | Self::Picture(_, words) => words.clone(),
            Self::Paragraph(spans) | Self::Item(_, _, spans) => plain(spans),
            Self::Table(_, rows) => rows
                .iter()
                .map(|row| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>())
                .map(|row| row.join(" – "))
                .collect::<Vec<_>>()
                .join("\n"),
        }
    }
}

/// The words without their looks.
pub(super) fn plain(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

/// Reads a chapter.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    reader.blocks
}

/// What is being read.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    spans: Spans,
    look: Span,
    /// The open lists, each with its next number where it is numbered.
    lists: Vec<Option<u64>>,
    /// The mark of the item being read, until its first text was put down.
    mark: Option<String>,
    in_item: bool,
    head: Vec<Spans>,
    rows: Vec<Vec<Spans>>,
    row: Vec<Spans>,
    code: Option<String>,
    picture: Option<String>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.text(&words),
            Event::Code(words) => {
                let span = Span {
                    text: words.into_string(),
                    code: true,
                    ..self.look.clone()
                };
                self.spans.push(span);
            }
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.look.strong = true,
            Tag::Emphasis => self.look.emphasis = true,
            Tag::Link { dest_url, .. } => self.look.link = Some(dest_url.into_string()),
            Tag::Image { dest_url, .. } => self.picture = Some(dest_url.into_string()),
            Tag::List(first) => {
                self.item_done();
                self.lists.push(first);
            }
            Tag::Item => {
                self.in_item = true;
                self.mark = Some(match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let mark = format!("{number}.");
                        *number += 1;
                        mark
                    }
                    _ => "•".to_owned(),
                });
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.code = Some(String::new());
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.look.strong = false,
            TagEnd::Emphasis => self.look.emphasis = false,
            TagEnd::Link => self.look.link = None,
            TagEnd::Image => {
                if let Some(file) = self.picture.take() {
                    let shows = plain(&std::mem::take(&mut self.spans));
                    self.blocks.push(Block::Picture(file, shows));
                }
            }
            TagEnd::Heading(level) => {
                let words = plain(&std::mem::take(&mut self.spans));
                self.blocks.push(Block::Heading(number(level), words));
            }
            TagEnd::Paragraph if self.in_item => self.item_done(),
            TagEnd::Paragraph => {
                let spans = std::mem::take(&mut self.spans);
                if !spans.is_empty() {
                    self.blocks.push(Block::Paragraph(spans));
                }
            }
            TagEnd::Item => {
                self.item_done();
                self.in_item = false;
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.in_item = !self.lists.is_empty();
            }
            TagEnd::TableCell => self.row.push(std::mem::take(&mut self.spans)),
            TagEnd::TableHead => self.head = std::mem::take(&mut self.row),
            TagEnd::TableRow => self.rows.push(std::mem::take(&mut self.row)),
            TagEnd::Table => {
                let (head, rows) = (
                    std::mem::take(&mut self.head),
                    std::mem::take(&mut self.rows),
                );
                self.blocks.push(Block::Table(head, rows));
            }
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.blocks.push(Block::Code(code.trim_end().to_owned()));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, words: &str) {
        if let Some(code) = &mut self.code {
            code.push_str(words);
            return;
        }
        let span = Span {
            text: words.to_owned(),
            ..self.look.clone()
        };
        // A name that continues on the next line is still one name.
        if let Some(last) = self.spans.last_mut()
            && last.has_look_of(&span)
        {
            last.text.push_str(words);
            return;
        }
        self.spans.push(span);
    }

    /// The text of an item ends: with the item, or where a list begins within it.
    fn item_done(&mut self) {
        let spans = std::mem::take(&mut self.spans);
        if spans.is_empty() {
            return;
        }
        let mark = self.mark.take().unwrap_or_default();
        let depth = self.lists.len().saturating_sub(1);
        self.blocks.push(Block::Item(depth, mark, spans));
    }
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}
