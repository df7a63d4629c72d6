//! Why a line was taken for what it is: the evidence that parts its state from the next best.

use super::evidence::EVIDENCE;
use super::habit::HABITS;
use super::network::Units;
use super::path::{Lattice, Observed, STATES};
use super::{State, View, plain, weights};
use crate::document::Span;
use crate::language::Table;
use crate::line::{Line, Measure};

/// Why a line was taken for what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Its number in the source, blank lines counted, the first being 1.
    pub number: usize,
    /// Its place in the decoded source.
    pub source: Span,
    /// Its width in half ems.
    pub width: usize,
    /// The measure of its column.
    pub measure: Measure,
    /// What it was taken for.
    pub state: State,
    /// What it would have been otherwise; `None` in plain paragraphs, where nothing is to be decided.
    pub rival: Option<State>,
    /// By how many points of the weights the best reading with the state beats the best with the rival.
    pub margin: i32,
    /// What speaks for the state and against the rival, strongest first, and then the other way round.
    pub reasons: Vec<Reason>,
}

/// One thing that speaks for a state and against its rival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The name of the evidence; see [`EVIDENCE`] and [`HABITS`]. `evidence together` is what the network
    /// makes of all evidence on the line and on those about it, `lines around` what the readings of the other lines add.
    pub evidence: &'static str,
    /// The value that the evidence has on the line.
    pub value: usize,
    /// The points that it gives to the state more than to the rival.
    pub points: i32,
}

/// Explains what [`read`](super::read()) gives for the same lines.
///
/// # Examples
///
/// ```
/// use tearsheet::{Language, language::Table, line, read::{State, explain}};
/// let text = "党建引领聚合力\n本报记者 王小明\n\n　　市政府昨日召开会议，部署明年\n的重点工作。";
/// let lines = line::lines(text).lines;
/// let measures = line::measure(&lines);
/// let explained = explain(text, &lines, &measures, Table::of(Language::SimplifiedChinese));
/// assert_eq!(explained[1].state, State::Byline);
/// assert!(explained[1].reasons.iter().any(|reason| reason.evidence == "byline"));
/// ```
///
/// # Panics
///
/// As [`read`](super::read()).
pub fn explain(
    text: &str,
    lines: &[Line],
    measures: &[Measure],
    table: &Table,
) -> Vec<Explanation> {
    super::pages(lines, measures)
        .flat_map(|(page, measures)| explain_page(text, page, measures, table))
        .collect()
}

fn explain_page(
    text: &str,
    lines: &[Line],
    measures: &[Measure],
    table: &Table,
) -> Vec<Explanation> {
    let about = |index: usize, state: State| {
        let line: &Line = &lines[index];
        Explanation {
            number: line.number,
            source: line.span,
            width: line.width,
            measure: measures[index],
            state,
            rival: None,
            margin: 0,
            reasons: Vec::new(),
        }
    };
    if let Some(states) = plain::plain(text, lines) {
        return states.into_iter().enumerate().map(|(index, state)| about(index, state)).collect();
    }
    let view = View::new(text, lines, measures, table);
    let observed = Observed::new(&view);
    let together = together(&observed, table);
    let weights = weights::of(table.script);
    let wide = weights::wide_of(table.script);
    let first = Lattice::new(&observed, wide).best();
    let observed = observed.and(&Observed::of_habits(&view, &first));
    let lattice = Lattice::new(&observed, wide);
    let mut through = vec![Vec::new(); lines.len()];
    lattice.each_through(|index, points| through[index] = points.to_vec());
    let mut out = Vec::with_capacity(lines.len());
    for (index, state) in super::states(&lattice, text, lines, table).into_iter().enumerate() {
        let of = |state: State| state as usize;
        let others = (0..STATES).filter(|&other| other != of(state));
        let Some(rival) = others.max_by_key(|&other| through[index][other]) else { continue };
        let margin = through[index][of(state)] - through[index][rival];
        let mut reasons = Vec::with_capacity(EVIDENCE.len() + HABITS.len() + 2);
        let (mut around, mut first) = (margin, 0);
        let evidence = EVIDENCE.iter().map(|evidence| (evidence.name, evidence.values));
        for ((evidence, values), &row) in evidence.chain(HABITS).zip(observed.rows(index)) {
            let given = &weights.evidence[usize::from(row)];
            let points = i32::from(given[of(state)]) - i32::from(given[rival]);
            around = around.saturating_sub(points);
            reasons.push(Reason { evidence, value: usize::from(row) - first, points });
            first += values;
        }
        let points = together[index][of(state)] - together[index][rival];
        reasons.push(Reason { evidence: "evidence together", value: 0, points });
        around = around.saturating_sub(points);
        reasons.push(Reason { evidence: "lines around", value: 0, points: around });
        reasons.retain(|reason| reason.points != 0);
        reasons.sort_by_key(|reason| std::cmp::Reverse(reason.points));
        let rival = Some(State::ALL[rival]);
        out.push(Explanation { rival, margin, reasons, ..about(index, state) });
    }
    out
}

/// The points that the network gives to each state on each line.
fn together(observed: &Observed, table: &Table) -> Vec<[i32; STATES]> {
    let mut units = Units::new(&weights::wide_of(table.script).network);
    let evidence = |line: usize| &observed.rows(line)[..EVIDENCE.len()];
    let mut points: Vec<_> =
        (0..observed.len()).filter_map(|line| units.see(evidence(line))).collect();
    points.extend(units.rest());
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language;
    use crate::line::{lines, measure};

    #[test]
    fn the_reading_that_is_explained_is_that_of_the_document() {
        for text in [
            "HARBOUR NEWS IN BRIEF 1950-\n\n1951 RESULTS\n\n   The mayor said last night.\n",
            include_str!("../../fixtures/en/courier.txt"),
            include_str!("../../fixtures/zh/wuhai.txt"),
        ] {
            let lines = lines(text).lines;
            let measures = measure(&lines);
            for language in [Language::English, Language::SimplifiedChinese] {
                let table = Table::of(language);
                let explained = explain(text, &lines, &measures, table);
                let states: Vec<State> = explained.into_iter().map(|line| line.state).collect();
                assert_eq!(states, crate::read::read(text, &lines, &measures, table).states);
            }
        }
    }
}
