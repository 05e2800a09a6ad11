//! Where the charts of a report stand: rows of one or two, as high as they need, in an order that fills the pages.

use std::collections::VecDeque;

use crate::chart::scene::Body;
use crate::chart::{Scene, Size};
use crate::domain::Paper;

/// Points across of a drawing over the whole page, and of one in a column. The page shrinks them to four fifths, which
/// makes their letters as large as those beside them.
const WIDTHS: [f32; 2] = [683.0, 330.0];
/// Points down of a chart over time, over the whole page and in a column.
const TIME_HEIGHTS: [f32; 2] = [164.0, 138.0];
/// Points down of the body map.
const BODY_HEIGHT: f32 = 204.0;
/// Points down of a muscle's bar, and of a record.
const ROW_HEIGHTS: [f32; 2] = [12.2, 22.0];
/// The most records that are listed.
const MOST_RECORDS: usize = 8;

/// What the page puts around a drawing, in its own points: the title of a wide one, those of two, and what is between
/// two rows.
const HEADS: [f32; 2] = [28.0, 44.0];
/// See [`HEADS`].
const BETWEEN: f32 = 13.0;
/// What stands above the charts of the first page.
const FIRST_HEAD: f32 = 112.0;
/// A gap larger than this share of a page is filled with a row from below.
const GAP: f32 = 0.2;

/// A chart with its place on the page.
pub(super) struct Placed {
    pub(super) scene: Scene,
    pub(super) size: Size,
}

/// Charts side by side.
pub(super) struct Row {
    /// One scene or two.
    pub(super) scenes: Vec<Scene>,
}

impl Row {
    /// Points across and down of each of its drawings.
    pub(super) fn size(&self) -> [f32; 2] {
        let beside = self.beside();
        let heights = self.scenes.iter().map(|scene| height(scene, beside));
        [WIDTHS[beside], heights.fold(0.0, f32::max)]
    }

    /// 0 for one that is alone, 1 for two.
    fn beside(&self) -> usize {
        usize::from(self.scenes.len() > 1)
    }

    /// How much of a page it takes, about, in points of the paper.
    fn room(&self, paper: Paper) -> f32 {
        let scale = page(paper)[0] / WIDTHS[0];
        BETWEEN + HEADS[self.beside()] + self.size()[1] * scale
    }
}

/// One after another, two small ones side by side. A small one that would stand alone gets the whole row, and a row
/// that fits into what is left of a page comes before one that does not.
pub(super) fn rows(placed: Vec<Placed>, paper: Paper) -> Vec<Row> {
    let mut rows = VecDeque::new();
    let mut small: Vec<Scene> = Vec::new();
    for Placed { scene, size } in placed {
        if size == Size::Small {
            small.push(scene);
            continue;
        }
        rows.extend(pairs(std::mem::take(&mut small)));
        let scenes = vec![scene];
        rows.push_back(Row { scenes });
    }
    rows.extend(pairs(small));
    filled(rows, paper)
}

fn pairs(small: Vec<Scene>) -> Vec<Row> {
    // A chart over time gains most by the whole width; one in an odd place would part a pair.
    let alone = (small.len() % 2 == 1).then(|| {
        let mut firsts = (0..small.len()).step_by(2);
        firsts
            .find(|place| small.get(*place).is_some_and(|it| it.time().is_some()))
            .unwrap_or(0)
    });
    let mut rows = Vec::new();
    let mut rest = small.into_iter().enumerate();
    while let Some((place, scene)) = rest.next() {
        let second = (alone != Some(place)).then(|| rest.next()).flatten();
        let second = second.map(|(_, scene)| scene);
        let scenes = std::iter::once(scene).chain(second).collect();
        rows.push(Row { scenes });
    }
    rows
}

fn filled(mut rows: VecDeque<Row>, paper: Paper) -> Vec<Row> {
    let whole = page(paper)[1];
    let mut left = whole - FIRST_HEAD;
    let mut filled = Vec::with_capacity(rows.len());
    while let Some(next) = rows.front() {
        let mut at = 0;
        if next.room(paper) > left {
            let fits = rows.iter().position(|row| row.room(paper) <= left);
            match fits.filter(|_| left > whole * GAP) {
                Some(fits) => at = fits,
                None => left = whole,
            }
        }
        let Some(row) = rows.remove(at) else { break };
        left -= row.room(paper);
        filled.push(row);
    }
    filled
}

/// Points across and down between the margins of a page.
fn page(paper: Paper) -> [f32; 2] {
    match paper {
        Paper::A4 => [533.0, 774.0],
        Paper::Letter => [550.0, 724.0],
    }
}

/// How many points down a chart needs, alone or beside another.
pub(super) fn height(scene: &Scene, beside: usize) -> f32 {
    let [muscle, record] = ROW_HEIGHTS;
    match &scene.body {
        Body::Time(_) | Body::Words(_) => TIME_HEIGHTS[beside],
        Body::Rows(body) => muscle * body.rows.len() as f32 + 5.0,
        Body::List(rows) => record * rows.len().min(MOST_RECORDS) as f32,
        Body::Muscles(_) => BODY_HEIGHT,
    }
}
