//! What the words are worth that a body and a head have in common: much if few bodies of the page have them.

use super::around::ln;
use crate::compose::index::Index;
use crate::compose::matching::BodyView;

/// By body and head, the worth of what each body shares with each head, which is told by the numbers of its words.
pub(super) fn shared(index: &Index, bodies: &[&BodyView], heads: &[&[u32]]) -> Vec<Vec<f32>> {
    let elements = bodies.iter().map(|body| body.elements.end).max().unwrap_or(0);
    let mut of_element = vec![None; elements];
    for (body, view) in bodies.iter().enumerate() {
        of_element[view.elements.clone()].fill(Some(body));
    }
    let mut out = vec![vec![0.0; heads.len()]; bodies.len()];
    let mut holders = Vec::new();
    for (head, words) in heads.iter().enumerate() {
        for &word in *words {
            let elements = index.holders(word).iter();
            holders.clear();
            holders.extend(
                elements.filter_map(|&(element, _)| of_element.get(element as usize)?.as_ref()),
            );
            // The elements of a body stand together.
            holders.dedup();
            let rarity = (bodies.len() as f32 + 0.5) / (holders.len() as f32 + 0.5);
            // What all bodies have is worth something still: it is one thing more that the two share.
            let worth = ln(rarity + 0.5);
            holders.iter().for_each(|&&body| out[body][head] += worth);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::{Scene, UnitKind};
    use crate::language::Table;
    use crate::line::lines;
    use crate::read::State;
    use crate::{Language, compose::Element};

    #[test]
    fn what_few_have_is_worth_most() {
        let text = "Dean resigns\nThe dean said so.\nSo said the council: the dean resigns.";
        let (lines, table) = (lines(text).lines, Table::of(Language::English));
        let element = |line| Element { kind: State::Opening, lines: vec![line] };
        let elements = [element(1), element(2)];
        let bodies = [[&elements[0]], [&elements[1]]];
        let scene = Scene::new(text, &lines, table, bodies.iter().map(|body| &body[..]), &[0]);
        let views = [0, 1].map(|at| scene.body(UnitKind::Body, false, at..at + 1));
        let head = scene.words.words("Dean resigns");
        let shared = shared(&scene.words, &[&views[0], &views[1]], &[&head]);
        assert!(shared[0][0] > 0.0 && shared[1][0] > 2.0 * shared[0][0], "{shared:?}");
    }
}
