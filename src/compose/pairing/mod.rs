//! Pairing: which head is whose, weighed among all bodies and heads of a page.
//!
//! The signs of `matching.rs` look at a body and a head alone. Whether the two belong together hangs on the rest of the
//! page as well: on what the rivals of either have, on whose the heads before and after are, on whether heads are drawn in the order of
//! their bodies there. A small network weighs all that; what it says is seen again beside what it says of the others, by a second one.
//!
//! - `facts.rs`: what is known of each pair by itself;
//! - `shared.rs`: what the words are worth that a body and a head have in common;
//! - `around.rs`: how the pair stands among the others, by what has been said of them;
//!
//! `examples/fit_weights` fits the numbers of the networks.

mod around;
mod facts;
mod shared;

pub use around::{AROUND, around};
pub(super) use facts::Said;
pub use facts::{FACTS, Facts, facts};

use super::assignment::assign;
use crate::language::Script;
use crate::perceptron::Perceptron;
use std::array;
use std::sync::LazyLock;

/// The head of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its index among the heads.
    pub head: usize,
    /// By how many hundredths of a nat the two do better together than either with the best of the others, or than a pair that is
    /// just worth taking.
    pub lead: i64,
}

/// What a network is told of a pair.
pub const INPUTS: usize = FACTS + AROUND;
/// How often each pair is weighed.
pub const ROUNDS: usize = 2;

/// The network that weighs a body and a head.
pub type Network = Perceptron<INPUTS>;

/// Points of a nat.
const POINTS: f32 = 100.0;
/// A pair is taken from such odds on, in nats: rather a doubtful head than none. Of -1.5 to 0, the most bodies of held-out
/// pages got their heads at -1.
const LEAST: f32 = -1.0;

/// What a pair of these log odds, in nats, is worth over one that is just worth taking, in hundredths of a nat.
pub fn gain(odds: f32) -> i64 {
    ((odds - LEAST) * POINTS).max(0.0) as i64
}

/// What is known of a pair by itself and among the others.
pub fn known(facts: &[f32; FACTS], around: &[f32; AROUND]) -> [f32; INPUTS] {
    array::from_fn(|at| if at < FACTS { facts[at] } else { around[at - FACTS] })
}

/// The log odds, in nats, that each head is each body's, by the facts of the pairs and the odds that they had before.
///
/// # Panics
///
/// Where rows are not of one length.
pub fn weigh(network: &Network, pairs: &[Vec<[f32; FACTS]>], odds: &[Vec<f32>]) -> Vec<Vec<f32>> {
    let around = around(odds);
    let rows = pairs.iter().zip(&around);
    let weighed = |(facts, around): (&Vec<_>, &Vec<_>)| {
        let pairs = facts.iter().zip(around);
        pairs.map(|(facts, around)| network.weigh(&known(facts, around))).collect()
    };
    rows.map(weighed).collect()
}

/// What each pair gains over leaving both alone, by body and head, in hundredths of a nat; 0 for a pair that is not to be taken.
pub(super) fn gains(facts: &Facts, script: Script) -> Vec<Vec<i64>> {
    let rounds = rounds(script).iter();
    let odds = rounds.fold(facts.odds(), |odds, network| weigh(network, &facts.pairs, &odds));
    odds.iter().map(|heads| heads.iter().copied().map(gain).collect()).collect()
}

/// The head of each body, all at once, by what the pairs gain.
pub(super) fn pair(gains: &[Vec<i64>]) -> Vec<Option<Match>> {
    let heads = assign(gains).into_iter().enumerate();
    heads
        .map(|(body, head)| head.map(|head| Match { head, lead: lead(gains, body, head) }))
        .collect()
}

/// By how many points body and head do better together than either with the best of the others, or with none.
fn lead(gains: &[Vec<i64>], body: usize, head: usize) -> i64 {
    let of_body = gains[body].iter().enumerate().filter(|&(other, _)| other != head);
    let of_head = gains.iter().enumerate().filter(|&(other, _)| other != body);
    let rivals = of_body.map(|(_, &score)| score).chain(of_head.map(|(_, row)| row[head]));
    gains[body][head] - rivals.max().unwrap_or(0)
}

/// The numbers of all rounds.
type Table = [u8; ROUNDS * Network::NUMBERS * size_of::<f32>()];

/// The networks of a table, one after another.
fn networks(table: &Table) -> [Network; ROUNDS] {
    let each = table.len() / ROUNDS;
    array::from_fn(|round| Network::of_table(&table[round * each..]))
}

static HAN: LazyLock<[Network; ROUNDS]> =
    LazyLock::new(|| networks(include_bytes!("han.networks")));
static LATIN: LazyLock<[Network; ROUNDS]> =
    LazyLock::new(|| networks(include_bytes!("latin.networks")));

/// The networks for pages in `script`.
fn rounds(script: Script) -> &'static [Network; ROUNDS] {
    match script {
        Script::Han => &HAN,
        Script::Latin => &LATIN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_stand_one_after_another() {
        let one = Network { odds: 1.0, ..Network::default() };
        let other = Network { odds: 2.0, ..Network::default() };
        let mut table = [0; size_of::<Table>()];
        let bytes = [&one, &other].into_iter().flat_map(Network::numbers);
        table.iter_mut().zip(bytes.flat_map(f32::to_le_bytes)).for_each(|(to, byte)| *to = byte);
        assert_eq!(networks(&table), [one, other]);
    }

    #[test]
    fn the_tables_make_sense() {
        for script in [Script::Han, Script::Latin] {
            for network in rounds(script) {
                assert!(network.numbers().all(f32::is_finite), "{script:?}");
                assert!(network.units.iter().any(|&weight| weight != 0.0), "{script:?}");
            }
        }
    }

    #[test]
    fn a_doubtful_head_is_taken_rather_than_none() {
        assert_eq!([-1.5, LEAST, -0.5, 2.0, f32::NAN].map(gain), [0, 0, 50, 300, 0]);
    }

    #[test]
    fn each_head_goes_to_one_body() {
        let found = pair(&[vec![500, 300], vec![400, 0], vec![0, 0]]);
        let [one, other, bare] = found[..] else { panic!("three bodies") };
        // Both do better so than the first body alone, whose own best choice is the other's only one.
        assert_eq!(
            (one.map(|of| of.head), other.map(|of| of.head), bare),
            (Some(1), Some(0), None)
        );
        assert_eq!((one.map(|of| of.lead), other.map(|of| of.lead)), (Some(-200), Some(-100)));
    }
}
