//! The networks that weigh bodies and heads beside the rest of their page.

use crate::FOLDS;
use crate::heads::Told;
use crate::perceptron::{self, Case};
use tearsheet::compose::{
    Facts, INPUTS, Network, ROUNDS, SignWeights, around, assign, facts, gain, known, weigh,
};
use tearsheet::language::Table;

/// A page, the facts of its pairs, and the odds that they have so far.
struct Scene<'a> {
    of: &'a Told<'a>,
    facts: Facts,
    odds: Vec<Vec<f32>>,
}

pub(crate) fn fit(layouts: &[Told<'_>], weights: &SignWeights) -> [Network; ROUNDS] {
    let scene = |of| {
        let Told { page, layout, .. }: &Told<'_> = of;
        let facts = facts(&page.text, &page.lines, Table::of(page.language), layout, weights);
        Scene { of, odds: facts.odds(), facts }
    };
    let mut scenes: Vec<Scene<'_>> = layouts.iter().map(scene).collect();
    report("signs", &scenes);
    std::array::from_fn(|round| {
        let whole = learn(&scenes, |_| true);
        // The next one learns from odds of pages that were not fitted on.
        let parts: [Network; FOLDS] = if round + 1 < ROUNDS {
            std::array::from_fn(|fold| learn(&scenes, |of| of.page.fold != fold))
        } else {
            std::array::from_fn(|_| whole.clone())
        };
        for scene in &mut scenes {
            let page = scene.of.page;
            let network = if page.held_out { &whole } else { &parts[page.fold] };
            scene.odds = weigh(network, &scene.facts.pairs, &scene.odds);
        }
        report(&format!("round {}", round + 1), &scenes);
        whole
    })
}

/// Of those pages that are `of_these` and not held out.
fn learn(scenes: &[Scene<'_>], of_these: impl Fn(&Told<'_>) -> bool) -> Network {
    let pairs: Vec<Case<INPUTS>> = (scenes.iter())
        .filter(|scene| !scene.of.page.held_out && of_these(scene.of))
        .flat_map(Scene::pairs)
        .collect();
    perceptron::fit(&pairs)
}

impl Scene<'_> {
    fn pairs(&self) -> Vec<Case<INPUTS>> {
        let around = around(&self.odds);
        let mut out = Vec::new();
        for (body, (facts, around)) in self.facts.pairs.iter().zip(&around).enumerate() {
            if !self.of.told[body] {
                continue;
            }
            for (head, (facts, around)) in facts.iter().zip(around).enumerate() {
                let right = f32::from(u8::from(self.of.right[body] == Some(head)));
                out.push(Case { known: known(facts, around), right, times: self.of.page.times });
            }
        }
        out
    }
}

fn report(after: &str, scenes: &[Scene<'_>]) {
    for held_out in [false, true] {
        let (mut right, mut all) = (0, 0);
        for Scene { of, odds, .. } in
            scenes.iter().filter(|scene| scene.of.page.held_out == held_out)
        {
            let scores: Vec<Vec<i64>> =
                odds.iter().map(|heads| heads.iter().copied().map(gain).collect()).collect();
            for (body, head) in
                assign(&scores).into_iter().enumerate().filter(|&(body, _)| of.told[body])
            {
                all += 1;
                right += usize::from(head == of.right[body]);
            }
        }
        let part = if held_out { "held out" } else { "fitted" };
        eprintln!("{after}, {part}: {right} of {all} bodies get their head");
    }
}
