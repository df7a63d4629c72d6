//! Small networks, by Adam on the log odds of each case.

use crate::chance::Chance;
use tearsheet::perceptron::{Perceptron, UNITS};

const EPOCHS: usize = 12;
/// Cases a step.
const BATCH: usize = 1024;
const RATE: f32 = 0.003;
/// What the squares of the weights cost.
const DECAY: f32 = 2e-5;

/// A case to learn from: what it is known by, whether it is so, how often it counts.
pub(crate) struct Case<const INPUTS: usize> {
    pub(crate) known: [f32; INPUTS],
    pub(crate) right: f32,
    pub(crate) times: f32,
}

/// The network that tells best which cases are so.
pub(crate) fn fit<const INPUTS: usize>(cases: &[Case<INPUTS>]) -> Perceptron<INPUTS> {
    assert!(!cases.is_empty(), "cases to learn from");
    let mut chance = Chance::new(0);
    let mut network = begun(cases, &mut chance);
    let mut order: Vec<usize> = (0..cases.len()).collect();
    let (mut first, mut second) =
        (Perceptron::<INPUTS>::default(), Perceptron::<INPUTS>::default());
    let steps = EPOCHS * cases.len().div_ceil(BATCH);
    let mut step = 0;
    for _ in 0..EPOCHS {
        chance.shuffle(&mut order);
        for batch in order.chunks(BATCH) {
            let mut slope = Perceptron::<INPUTS>::default();
            batch.iter().for_each(|&case| add_slope(&network, &cases[case], &mut slope));
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

/// What is fitted of a network.
fn weights_of<const INPUTS: usize>(
    network: &mut Perceptron<INPUTS>,
) -> impl Iterator<Item = &mut f32> {
    let inputs = network.inputs.as_flattened_mut().iter_mut();
    inputs.chain(&mut network.own).chain(&mut network.units).chain([&mut network.odds])
}

/// A network to begin with, which knows what is usual.
fn begun<const INPUTS: usize>(cases: &[Case<INPUTS>], chance: &mut Chance) -> Perceptron<INPUTS> {
    let mut out = Perceptron::default();
    let count = cases.len() as f64;
    for input in 0..INPUTS {
        let values = || cases.iter().map(|case| f64::from(case.known[input]));
        let mean = values().sum::<f64>() / count;
        let spread = values().map(|value| (value - mean).powi(2)).sum::<f64>() / count;
        out.usual[input] = mean as f32;
        out.finer[input] = (1.0 / (spread.sqrt() + 1e-6)) as f32;
    }
    let spread = (1.0 / INPUTS as f32).sqrt();
    out.inputs.as_flattened_mut().iter_mut().for_each(|weight| *weight = chance.normal() * spread);
    let spread = (1.0 / UNITS as f32).sqrt();
    out.units.iter_mut().for_each(|weight| *weight = chance.normal() * spread);
    let right = cases.iter().map(|case| f64::from(case.right)).sum::<f64>();
    out.odds = ((right + 1.0) / (count - right + 1.0)).ln() as f32;
    out
}

/// Adds the slope of what a case costs.
fn add_slope<const INPUTS: usize>(
    network: &Perceptron<INPUTS>,
    case: &Case<INPUTS>,
    slope: &mut Perceptron<INPUTS>,
) {
    let inputs = network.scaled(&case.known);
    let units = network.drive(&inputs);
    let chance = 1.0 / (1.0 + (-network.told(&units)).exp());
    let error = (chance - case.right) * case.times;
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
