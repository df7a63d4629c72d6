//! How sure an article is: that its body is whole and no more than that, and its headline its own.
//!
//! Of what the reading and the arrangement know, four signs tell most: the chance by them is that of a logistic regression over
//! 10,956 articles with heads on pages that no weights were fitted on, real ones counting seven times as much as invented ones. It
//! tells the right articles from the wrong ones with an area of .76 under the curve; `examples/calibration.rs` shows how
//! often each level is right.

use super::unit::{Head, Unit};
use crate::document::Confidence;
use crate::read::{Reading, State};

/// An article without a headline on a page that has some: one in ten is right.
const HEADLESS: Confidence = 10;
/// And on a page that has none.
const NO_HEADS: Confidence = 50;
/// A lead, an opening, a headline that is surer is no surer than this, in hundredths of a nat.
const LEAD: f64 = 600.0;
const OPENING: f64 = 1000.0;
const HEADLINE: f64 = 1200.0;
/// More paragraphs that could begin another article count as so many.
const MOST_OTHERS: f64 = 3.0;

/// That of an article without a headline; `heads` says whether the page has any.
pub(super) const fn without_head(heads: bool) -> Confidence {
    if heads { HEADLESS } else { NO_HEADS }
}

/// That of an article whose head beats the next best choice by `lead` hundredths of a nat.
pub(super) fn with_head(unit: &Unit, head: &Head, lead: i64, reading: &Reading) -> Confidence {
    let share = |points: f64, most: f64| points.clamp(-most, most) / most;
    let opening = reading.openness[unit.first_line()];
    let odds = -2.20
        + 3.38 * share(lead as f64, LEAD)
        + 0.82 * share(opening.into(), OPENING)
        + 0.75 * share(headline_apart(head, reading), HEADLINE)
        - 3.29 * other_openings(unit, reading).min(MOST_OTHERS) / MOST_OTHERS;
    (99.0 / (1.0 + (-odds).exp())).round() as Confidence
}

/// How many of its later paragraphs begin an article, as far as the reading thinks it possible.
fn other_openings(unit: &Unit, reading: &Reading) -> f64 {
    let later = unit.elements.iter().skip(1).filter(|element| element.kind == State::Paragraph);
    let chance = |line: usize| (-f64::from(reading.openness[line].abs()) / 100.0).exp();
    later.map(|element| chance(element.lines[0])).sum()
}

/// The least of the points by which the lines of the headline are one and those after them another.
fn headline_apart(head: &Head, reading: &Reading) -> f64 {
    let lines = head.headline.as_ref().map_or(&[][..], |headline| &headline.lines);
    let begins = |line: usize| reading.headness[line];
    let own = lines.iter().enumerate();
    let own = own.map(|(nth, &line)| if nth == 0 { begins(line) } else { -begins(line) });
    let after = lines.last().map(|last| last + 1);
    let after = after.filter(|&line| reading.states.get(line) == Some(&State::Headline));
    own.chain(after.map(begins)).min().map_or(HEADLINE, f64::from)
}
