//! The networks that weigh bodies and heads beside the rest of their page, by Adam on the log odds of each pair.

use crate::FOLDS;
use crate::chance::Chance;
use crate::heads::Told;
use tearsheet::compose::{
    Facts, INPUTS, Network, ROUNDS, SignWeights, UNITS, around, assign, facts, gain, known,
};
use tearsheet::language::Table;

const EPOCHS: usize = 12;
/// Pairs a step.
const BATCH: usize = 1024;
const RATE: f32 = 0.003;
/// What the squares of the weights cost.
const DECAY: f32 = 2e-5;

/// A page, the facts of its pairs, and the odds that they have so far.
struct Scene<'a> {
    of: &'a Told<'a>,
    facts: Facts,
    odds: Vec<Vec<f32>>,
}

/// A pair to learn from: what it is known by, whether it belongs together, how often it counts.
struct Pair {
    known: [f32; INPUTS],
    right: f32,
    times: f32,
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
            scene.odds = network.weigh(&scene.facts.pairs, &scene.odds);
        }
        report(&format!("round {}", round + 1), &scenes);
        whole
    })
}

/// Of those pages that are `of_these` and not held out.
fn learn(scenes: &[Scene<'_>], of_these: impl Fn(&Told<'_>) -> bool) -> Network {
    let pairs: Vec<Pair> = (scenes.iter())
        .filter(|scene| !scene.of.page.held_out && of_these(scene.of))
        .flat_map(Scene::pairs)
        .collect();
    assert!(!pairs.is_empty(), "pages with heads to learn from");
    let mut chance = Chance::new(0);
    let mut network = begun(&pairs, &mut chance);
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    let (mut first, mut second) = (Network::default(), Network::default());
    let steps = EPOCHS * pairs.len().div_ceil(BATCH);
    let mut step = 0;
    for _ in 0..EPOCHS {
        chance.shuffle(&mut order);
        for batch in order.chunks(BATCH) {
            let mut slope = Network::default();
            batch.iter().for_each(|&pair| add_slope(&network, &pairs[pair], &mut slope));
            step += 1;
            let left = 1.0 - step as f32 / (steps + 1) as f32;
            let correction = (1.0 - 0.999_f32.powi(step)).sqrt() / (1.0 - 0.9_f32.powi(step));
            let moments = weights_of(&mut first).zip(weights_of(&mut second));
            let slopes = weights_of(&mut slope).zip(moments);
            for (weight, (slope, (first, second))) in weights_of(&mut network).zip(slopes) {
                let slope = *slope / batch.len() as f32 + DECAY * *weight;
                *first = 0.9 * *first + 0.1 * slope;
                *second = 0.999 * *second + 0.001 * slope * slope;
                *weight -= RATE * left * correction * *first / (second.sqrt() + 1e-8);
            }
        }
    }
    network
}

impl Scene<'_> {
    fn pairs(&self) -> Vec<Pair> {
        let around = around(&self.odds);
        let mut out = Vec::new();
        for (body, (facts, around)) in self.facts.pairs.iter().zip(&around).enumerate() {
            if !self.of.told[body] {
                continue;
            }
            for (head, (facts, around)) in facts.iter().zip(around).enumerate() {
                let right = f32::from(u8::from(self.of.right[body] == Some(head)));
                out.push(Pair { known: known(facts, around), right, times: self.of.page.times });
            }
        }
        out
    }
}

/// What is fitted of a network.
fn weights_of(network: &mut Network) -> impl Iterator<Item = &mut f32> {
    let inputs = network.inputs.as_flattened_mut().iter_mut();
    inputs.chain(&mut network.own).chain(&mut network.units).chain([&mut network.odds])
}

/// A network to begin with, which knows what is usual.
fn begun(pairs: &[Pair], chance: &mut Chance) -> Network {
    let mut out = Network::default();
    for input in 0..INPUTS {
        let values = || pairs.iter().map(|pair| f64::from(pair.known[input]));
        let mean = values().sum::<f64>() / pairs.len() as f64;
        let spread = values().map(|value| (value - mean).powi(2)).sum::<f64>() / pairs.len() as f64;
        out.usual[input] = mean as f32;
        out.finer[input] = (1.0 / (spread.sqrt() + 1e-6)) as f32;
    }
    let spread = (1.0 / INPUTS as f32).sqrt();
    out.inputs.as_flattened_mut().iter_mut().for_each(|weight| *weight = chance.normal() * spread);
    let spread = (1.0 / UNITS as f32).sqrt();
    out.units.iter_mut().for_each(|weight| *weight = chance.normal() * spread);
    out.odds = -2.0;
    out
}

/// Adds the slope of what a pair costs.
fn add_slope(network: &Network, pair: &Pair, slope: &mut Network) {
    let inputs = network.scaled(&pair.known);
    let units = network.drive(&inputs);
    let chance = 1.0 / (1.0 + (-network.told(&units)).exp());
    let error = (chance - pair.right) * pair.times;
    slope.odds += error;
    let mut of_units = [0.0; UNITS];
    for unit in 0..UNITS {
        slope.units[unit] += error * units[unit];
        if units[unit] > 0.0 {
            of_units[unit] = error * network.units[unit];
            slope.own[unit] += of_units[unit];
        }
    }
    for (input, slope) in inputs.iter().zip(&mut slope.inputs) {
        for (slope, unit) in slope.iter_mut().zip(&of_units) {
            *slope += input * unit;
        }
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
