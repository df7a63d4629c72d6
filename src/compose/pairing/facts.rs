//! What is known of a body and a head by themselves.

use super::around::{leads, ln};
use super::shared::shared;
use crate::compose::matching::{
    BodyView, HeadView, Places, SUBJECT_SIGNS, Scene, SignWeights, points,
};
use crate::compose::unit::{Layout, UnitKind};
use crate::language::Table;
use crate::line::Line;

/// So many facts are known of each pair.
pub const FACTS: usize = 21;

/// The bodies and heads of a page, pair by pair.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The facts, by body and head.
    pub pairs: Vec<Vec<[f32; FACTS]>>,
}

/// What the signs say of a pair, in hundredths of a nat; few signs, so that their sum is small.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::compose) struct Said {
    /// All of them together, beside what speaks for the body's and the head's having none.
    pub(in crate::compose) all: i16,
    /// That of how alike the head is to the body, and to its opening.
    pub(in crate::compose) subjects: [i16; 2],
}

impl Said {
    /// What the signs say that do not change with the places of the others.
    pub(in crate::compose) fn of_pair(
        scene: &Scene,
        body: &BodyView,
        head: &HeadView,
        weights: &SignWeights,
    ) -> Self {
        let words = scene.word_rows(body, head);
        Self {
            all: points(weights, &words) + points(weights, &Scene::kind_rows(body, head))
                - points(weights, &Scene::bare_rows(body))
                - points(weights, &Scene::lone_rows(head)),
            subjects: SUBJECT_SIGNS.map(|sign| points(weights, &words[sign..=sign])),
        }
    }
}

/// A headline of more lines is as one of so many.
const MOST_LINES: usize = 6;

/// Looks at the bodies and heads of `layout`, which hold one page; `weights` are those of the signs.
///
/// Costs time linear in the text and in the pairs.
///
/// # Panics
///
/// Where `lines` are not of `text`, or `layout` has others.
pub fn facts(
    text: &str,
    lines: &[Line],
    table: &Table,
    layout: &Layout,
    weights: &SignWeights,
) -> Facts {
    let (scene, bodies, heads) = Scene::of_layout(text, lines, table, layout);
    let (bodies, heads): (Vec<&BodyView>, Vec<&HeadView>) =
        (bodies.iter().collect(), heads.iter().collect());
    let places = Places::new(&bodies, &heads);
    let said = bodies.iter().enumerate().map(|(row, body)| {
        let pairs = heads.iter().enumerate().map(|(column, head)| {
            let said = Said::of_pair(&scene, body, head, weights);
            Said { all: said.all + points(weights, &places.rows(row, column)), ..said }
        });
        pairs.collect()
    });
    Facts::new(&scene, &bodies, &heads, &said.collect::<Vec<_>>(), weights)
}

impl Facts {
    /// The log odds of each pair by the signs alone, in nats, by body and head: the first fact.
    pub fn odds(&self) -> Vec<Vec<f32>> {
        self.pairs.iter().map(|row| row.iter().map(|&[odds, ..]| odds).collect()).collect()
    }

    /// Of bodies and heads, both in order, and what the signs say of each pair.
    pub(in crate::compose) fn new(
        scene: &Scene,
        bodies: &[&BodyView],
        heads: &[&HeadView],
        said: &[Vec<Said>],
        weights: &SignWeights,
    ) -> Self {
        let nats = |points: i16| f32::from(points) / 100.0;
        let words: Vec<&[u32]> = heads.iter().map(|head| &head.words[..]).collect();
        let roots: Vec<&[u32]> = heads.iter().map(|head| &head.roots[..]).collect();
        let words = beside(&shared(&scene.words, bodies, &words));
        let roots = beside(&shared(&scene.roots, bodies, &roots));
        let long = |count: usize| ln(1.0 + count as f32);
        let lengths: Vec<f32> = bodies.iter().map(|body| long(body.length)).collect();
        let sizes: Vec<f32> = heads.iter().map(|head| long(head.all_words)).collect();
        let (length_ranks, size_ranks) = (ranks(&lengths), ranks(&sizes));
        let lone: Vec<f32> =
            heads.iter().map(|head| nats(points(weights, &Scene::lone_rows(head)))).collect();
        let share = |at: usize, of: usize| at as f32 / of as f32;
        let flag = |is: bool| f32::from(u8::from(is));
        let mut out = Self::default();
        for (row, body) in bodies.iter().enumerate() {
            let bare = nats(points(weights, &Scene::bare_rows(body)));
            let pairs = heads.iter().enumerate().map(|(column, head)| {
                let said = &said[row][column];
                let [of_words, of_roots] = [&words, &roots].map(|shared| shared[row][column]);
                let [kicker, deck, byline] = head.parts;
                [
                    nats(said.all),
                    bare,
                    lone[column],
                    of_words[0],
                    of_words[1],
                    of_words[2],
                    of_roots[0],
                    of_roots[1],
                    of_roots[2],
                    lengths[row],
                    sizes[column],
                    head.headline.min(MOST_LINES) as f32,
                    length_ranks[row] - size_ranks[column],
                    flag(body.kind == UnitKind::Caption),
                    flag(body.led),
                    flag(kicker),
                    flag(deck),
                    flag(byline),
                    nats(said.subjects[0]),
                    nats(said.subjects[1]),
                    share(row, bodies.len()) - share(column, heads.len()),
                ]
            });
            out.pairs.push(pairs.collect());
        }
        out
    }
}

/// What is shared, and by how much that is more than what the head shares with its next best body, and the body with
/// its next best head.
fn beside(shared: &[Vec<f32>]) -> Vec<Vec<[f32; 3]>> {
    let rows = shared.iter().zip(leads(shared));
    rows.map(|(row, leads)| {
        row.iter().zip(leads).map(|(&own, [bodies, heads])| [own, bodies, heads]).collect()
    })
    .collect()
}

/// The rank of each, from 0 for the least to 1 for the greatest; of equals the first is less.
fn ranks(values: &[f32]) -> Vec<f32> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&one, &other| values[one].total_cmp(&values[other]));
    let mut out = vec![0.0; values.len()];
    let most = values.len().saturating_sub(1).max(1) as f32;
    order.into_iter().enumerate().for_each(|(rank, at)| out[at] = rank as f32 / most);
    out
}

#[cfg(test)]
mod tests {
    use super::ranks;

    #[test]
    fn ranks_go_from_none_to_all() {
        assert_eq!(ranks(&[5.0, 1.0, 5.0]), [0.5, 0.0, 1.0]);
        assert_eq!(ranks(&[5.0]), [0.0]);
    }
}
