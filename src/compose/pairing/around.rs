//! How a body and a head stand among the others of their page, by the odds that each pair has so far.

/// So many numbers tell of it.
pub const AROUND: usize = 12;

/// Rounds in which the shares of bodies and heads are balanced.
const BALANCED: usize = 12;
/// Odds beyond, in nats, are as good as certain.
const CERTAIN: f32 = 20.0;

/// By body and head: their odds; by how much these beat those of the head's next best body and of the body's next best head; the
/// chance that they belong together; that of the pairs of both neighbours, in order and crosswise; how many other
/// pairs stand in order beside this one, how many do not, and the share of the first; that share on the whole page.
///
/// `odds` are log odds in nats, by body and head. Costs time linear in the pairs.
///
/// # Panics
///
/// Where rows are not of one length.
pub fn around(odds: &[Vec<f32>]) -> Vec<Vec<[f32; AROUND]>> {
    let chances = chances(odds);
    let leads = leads(odds);
    let order = order(&chances);
    let (mut in_order, mut all) = (0.0, 1.0);
    for (chances, order) in chances.iter().zip(&order) {
        for (chance, (with, against)) in chances.iter().zip(order) {
            in_order += chance * with;
            all += chance * (with + against);
        }
    }
    let of_page = in_order / all;
    let at = |body: usize, head: usize| -> f32 {
        chances.get(body).and_then(|row| row.get(head)).copied().unwrap_or(0.0)
    };
    let rows = odds.iter().enumerate().map(|(body, row)| {
        let pairs = row.iter().enumerate().map(|(head, &odds)| {
            let (with, against) = order[body][head];
            let [over_bodies, over_heads] = leads[body][head];
            // What stands before the first is none.
            let (above, before) = (body.wrapping_sub(1), head.wrapping_sub(1));
            [
                odds,
                over_bodies,
                over_heads,
                at(body, head),
                at(above, before),
                at(body + 1, head + 1),
                at(above, head + 1),
                at(body + 1, before),
                with,
                against,
                with / (with + against + 1.0),
                of_page,
            ]
        });
        pairs.collect()
    });
    rows.collect()
}

/// By how much each of these values, by body and head, beats those of the head's best other body and of the body's best other head.
pub(super) fn leads(values: &[Vec<f32>]) -> Vec<Vec<[f32; 2]>> {
    let heads = values.first().map_or(0, Vec::len);
    let over_bodies: Vec<Vec<f32>> =
        (0..heads).map(|head| lead(values.iter().map(|row| row[head]))).collect();
    let rows = values.iter().enumerate();
    rows.map(|(body, row)| {
        let over_heads = lead(row.iter().copied()).into_iter().enumerate();
        over_heads.map(|(head, over)| [over_bodies[head][body], over]).collect()
    })
    .collect()
}

/// By how much each beats the best of the others; one alone beats nothing.
fn lead(odds: impl Iterator<Item = f32> + Clone) -> Vec<f32> {
    let (mut best, mut next) = (f32::NEG_INFINITY, f32::NEG_INFINITY);
    for odds in odds.clone() {
        next = next.max(odds.min(best));
        best = best.max(odds);
    }
    let rival = |odds: f32| if odds < best { best } else { next };
    odds.map(|odds| {
        Some(rival(odds)).filter(|rival| rival.is_finite()).map_or(odds, |rival| odds - rival)
    })
    .collect()
}

/// The chance that each pair belongs together: each body has one head or none, each head one body or none, and of all such shares
/// the likeliest are sought (Sinkhorn's).
fn chances(odds: &[Vec<f32>]) -> Vec<Vec<f32>> {
    let mut chances: Vec<Vec<f32>> =
        odds.iter().map(|row| row.iter().map(|&odds| exp(odds)).collect()).collect();
    let heads = odds.first().map_or(0, Vec::len);
    let (mut of_body, mut of_head) = (vec![1.0; odds.len()], vec![1.0; heads]);
    for _ in 0..BALANCED {
        let mut sums = vec![1.0; heads];
        for (share, row) in of_body.iter_mut().zip(&chances) {
            let sum = row.iter().zip(&of_head).fold(1.0, |sum, (odds, head)| sum + odds * head);
            *share = 1.0 / sum;
            sums.iter_mut().zip(row).for_each(|(sum, odds)| *sum += odds * *share);
        }
        of_head.iter_mut().zip(&sums).for_each(|(share, sum)| *share = 1.0 / sum);
    }
    for (row, body) in chances.iter_mut().zip(&of_body) {
        row.iter_mut().zip(&of_head).for_each(|(odds, head)| *odds *= body * head);
    }
    chances
}

/// Euler's number to the power of `nats`, out of multiplications alone: the same on every machine.
fn exp(nats: f32) -> f32 {
    const SQUARED: i32 = 10;
    let part = 1.0 + nats.clamp(-CERTAIN, CERTAIN) / (1 << SQUARED) as f32;
    (0..SQUARED).fold(part, |power, _| power * power)
}

/// The natural logarithm of a number above 0, out of additions and multiplications alone: the same on every machine.
pub(super) fn ln(number: f32) -> f32 {
    let bits = number.to_bits();
    let exponent = (bits >> 23) as f32 - 127.0;
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 0x3f80_0000);
    // The series of the inverse hyperbolic tangent, to six places here.
    let part = (mantissa - 1.0) / (mantissa + 1.0);
    let square = part * part;
    let series = [1.0 / 9.0, 1.0 / 7.0, 1.0 / 5.0, 1.0 / 3.0, 1.0];
    let sum = series.into_iter().fold(0.0, |sum, term| sum * square + term);
    exponent * std::f32::consts::LN_2 + 2.0 * part * sum
}

/// For each pair, the chances of the others that stand in order beside it (both before, or both after) and of those that do not.
fn order(chances: &[Vec<f32>]) -> Vec<Vec<(f32, f32)>> {
    let heads = chances.first().map_or(0, Vec::len);
    let mut above = vec![0.0; heads];
    let mut below: Vec<f32> = vec![0.0; heads];
    for row in chances {
        below.iter_mut().zip(row).for_each(|(sum, chance)| *sum += chance);
    }
    let mut out = Vec::with_capacity(chances.len());
    for row in chances {
        below.iter_mut().zip(row).for_each(|(sum, chance)| *sum -= chance);
        let (mut above_after, mut below_after): (f32, f32) =
            (above.iter().sum(), below.iter().sum());
        let (mut above_before, mut below_before) = (0.0, 0.0);
        let pairs = above.iter().zip(&below).map(|(above, below)| {
            above_after -= above;
            below_after -= below;
            let pair = (above_before + below_after, below_before + above_after);
            above_before += above;
            below_before += below;
            pair
        });
        out.push(pairs.collect());
        above.iter_mut().zip(row).for_each(|(sum, chance)| *sum += chance);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn powers_are_those_of_e() {
        for nats in [-20.0, -3.0, 0.0, 1.0, 8.0] {
            let close = (exp(nats) / nats.exp()).ln().abs();
            assert!(close < 0.25, "e to the {nats} is off by {close} nats");
        }
        assert_eq!(exp(99.0), exp(CERTAIN));
        for number in [0.01, 0.5, 1.0, 1.5, 1.99, 7.0, 160.0] {
            assert!((ln(number) - number.ln()).abs() < 1e-5, "{number}");
        }
    }

    #[test]
    fn a_lead_is_over_the_best_of_the_others() {
        assert_eq!(lead([3.0, 7.0, 5.0].into_iter()), [-4.0, 2.0, -2.0]);
        assert_eq!(lead([4.0, 4.0].into_iter()), [0.0, 0.0]);
        assert_eq!(lead([4.0].into_iter()), [4.0]);
    }

    #[test]
    fn no_head_is_shared_by_two_bodies() {
        let chances = chances(&[vec![9.0, 6.0], vec![8.0, -9.0]]);
        assert!(chances[0][1] > 0.5 && chances[1][0] > 0.5, "{chances:?}");
        assert!(chances.iter().all(|row| row.iter().sum::<f32>() <= 1.001), "{chances:?}");
    }

    proptest! {
        #[test]
        fn all_is_finite(odds in (0_usize..9).prop_flat_map(|heads| {
            prop::collection::vec(prop::collection::vec(-99.0_f32..99.0, heads), 0..9)
        })) {
            let around = around(&odds);
            prop_assert_eq!(around.len(), odds.len());
            prop_assert!(around.iter().flatten().flatten().all(|number| number.is_finite()));
            for row in chances(&odds) {
                prop_assert!(row.iter().sum::<f32>() < 1.01, "a body has one head: {:?}", row);
            }
        }
    }

    #[test]
    fn pairs_in_order_speak_for_each_other() {
        let chances = [vec![1.0, 0.0, 0.0], vec![0.0, 0.0, 0.0], vec![0.0, 0.0, 1.0]];
        assert_eq!(order(&chances)[1], [(1.0, 0.0), (2.0, 0.0), (1.0, 0.0)]);
        assert_eq!(order(&[vec![0.0, 0.0], vec![1.0, 0.0]])[0], [(0.0, 0.0), (0.0, 1.0)]);
    }
}
