//! Inputs made from others: cut, joined, scrambled, stretched, with figures at their limits and words of the format.

use std::hash::{DefaultHasher, Hasher};

/// Makes inputs, the same for a seed.
pub struct Mutator {
    state: u64,
    words: &'static [&'static str],
}

/// Tells one input from another.
pub fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

/// Figures where readers trip.
const FIGURES: [&str; 22] = [
    "0",
    "-1",
    "1",
    "-0",
    "0.0",
    "255",
    "256",
    "65535",
    "65536",
    "2147483648",
    "4294967296",
    "9223372036854775807",
    "18446744073709551616",
    "1e308",
    "1e400",
    "NaN",
    "inf",
    "1,5",
    "1.000,5",
    "99999999999999999999999999",
    "0.1e-320",
    "+262142",
];

/// Bytes where readers trip.
const ODD: [&[u8]; 14] = [
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xc3",
    b"\xf0\x9f\x92",
    "\u{202e}".as_bytes(),
    "\u{ffff}".as_bytes(),
    "İ".as_bytes(),
    "ß".as_bytes(),
    "🏃🏽‍♀️".as_bytes(),
    b"\r\n",
    b"\n",
    b"\"",
    b"\\",
];

/// What stands between words and figures.
const MARKS: &[u8] = b" \t,;:.-/x@%()[]{}'\"=|#*&<>";

impl Mutator {
    /// `words` are what the format is made of.
    pub fn new(seed: u64, words: &'static [&'static str]) -> Self {
        Self {
            state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5eed,
            words,
        }
    }

    /// The next number below `limit` (a linear congruence, its upper bits).
    fn below(&mut self, limit: usize) -> usize {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.state >> 33) as usize) % limit.max(1)
    }

    /// A new input from one of these, with one to eight changes.
    pub fn mutate(&mut self, corpus: &[Vec<u8>]) -> Vec<u8> {
        let one = self.below(corpus.len());
        let mut input = corpus[one].clone();
        for _ in 0..=self.below(8) {
            self.change(&mut input, corpus);
        }
        input
    }

    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        let most = if self.below(4) == 0 { length } else { 24 };
        let end = (start + self.below(most + 1)).min(length);
        start..end
    }

    fn change(&mut self, input: &mut Vec<u8>, corpus: &[Vec<u8>]) {
        let length = input.len();
        let at = self.below(length + 1);
        match self.below(14) {
            0 if length > 0 => input[at.min(length - 1)] ^= 1 << self.below(8),
            1 if length > 0 => input[at.min(length - 1)] = self.below(256) as u8,
            2 => {
                let range = self.range(length);
                input.drain(range);
            }
            3 => {
                let range = self.range(length);
                let piece = input[range].to_vec();
                input.splice(at..at, piece);
            }
            4 => {
                let other = &corpus[self.below(corpus.len())];
                let range = self.range(other.len());
                input.splice(at..at, other[range].to_vec());
            }
            5 => {
                let other = &corpus[self.below(corpus.len())];
                let from = self.below(other.len() + 1);
                input.truncate(at);
                input.extend_from_slice(&other[from..]);
            }
            6 => self.figure(input),
            7 if !self.words.is_empty() => {
                let word = self.words[self.below(self.words.len())].bytes();
                let word: Vec<u8> = word.collect();
                input.splice(at..at, word);
            }
            8 => {
                let odd = ODD[self.below(ODD.len())].to_vec();
                input.splice(at..at, odd);
            }
            9 => self.lines(input),
            // The same again and again: what grows with the square of something shows.
            10 => {
                let range = self.range(length);
                let piece = input[range].to_vec();
                let times = 1 << self.below(11);
                let most = 40_000_usize.saturating_sub(length) / piece.len().max(1);
                let many = piece.repeat(times.min(most));
                input.splice(at..at, many);
            }
            11 => input.truncate(at),
            12 => {
                let random: Vec<u8> = (0..self.below(9)).map(|_| self.below(256) as u8).collect();
                input.splice(at..at, random);
            }
            _ => {
                let mark = MARKS[self.below(MARKS.len())];
                input.insert(at, mark);
            }
        }
    }

    /// Puts another figure in the place of one.
    fn figure(&mut self, input: &mut Vec<u8>) {
        let starts: Vec<usize> = (0..input.len())
            .filter(|&at| {
                let before = at.checked_sub(1).map(|before| input[before]);
                input[at].is_ascii_digit() && !before.is_some_and(|it| it.is_ascii_digit())
            })
            .collect();
        if starts.is_empty() {
            return;
        }
        let start = starts[self.below(starts.len())];
        let digits = input[start..].iter().take_while(|it| it.is_ascii_digit());
        let end = start + digits.count();
        let figure = FIGURES[self.below(FIGURES.len())].bytes();
        let figure: Vec<u8> = figure.collect();
        input.splice(start..end, figure);
    }

    /// Changes the order of lines, or says one twice.
    fn lines(&mut self, input: &mut Vec<u8>) {
        let mut lines: Vec<Vec<u8>> = input.split(|it| *it == b'\n').map(<[u8]>::to_vec).collect();
        let (one, other) = (self.below(lines.len()), self.below(lines.len()));
        if self.below(2) == 0 {
            lines.swap(one, other);
        } else {
            let line = lines[one].clone();
            lines.insert(other, line);
        }
        *input = lines.join(&b'\n');
    }
}
