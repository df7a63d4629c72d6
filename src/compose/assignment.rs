//! The assignment of rows to columns with the highest sum (the Hungarian method).

/// Gives each row the column that makes the sum of `scores` highest, no column twice; none to a row
/// that has no column with a score above zero to take.
///
/// Costs time in the square of the smaller side times the sum of both.
///
/// # Examples
///
/// ```
/// use tearsheet::compose::assign;
/// assert_eq!(assign(&[vec![5, 4], vec![4, 0]]), [Some(1), Some(0)]);
/// assert_eq!(assign(&[vec![3], vec![7]]), [None, Some(0)]);
/// ```
pub fn assign(scores: &[Vec<i64>]) -> Vec<Option<usize>> {
    let columns = scores.iter().map(Vec::len).max().unwrap_or(0);
    if scores.len() <= columns {
        return assign_rows(scores, columns);
    }
    let score = |row: &Vec<i64>, column: usize| row.get(column).copied().unwrap_or(0);
    let turned: Vec<Vec<i64>> =
        (0..columns).map(|column| scores.iter().map(|row| score(row, column)).collect()).collect();
    let mut out = vec![None; scores.len()];
    for (column, row) in assign_rows(&turned, scores.len()).into_iter().enumerate() {
        if let Some(row) = row {
            out[row] = Some(column);
        }
    }
    out
}

/// As [`assign`], for rows that are no more than the columns.
fn assign_rows(scores: &[Vec<i64>], columns: usize) -> Vec<Option<usize>> {
    let rows = scores.len();
    // A column of its own for each row: to take none.
    let width = columns + rows;
    let cost = |row: usize, column: usize| -scores[row].get(column).copied().unwrap_or(0).max(0);
    // Potentials of rows and columns, and the row of each column, all counted from 1.
    let (mut u, mut v) = (vec![0_i64; rows + 1], vec![0_i64; width + 1]);
    let mut row_of = vec![0_usize; width + 1];
    let mut way = vec![0_usize; width + 1];
    for row in 1..=rows {
        row_of[0] = row;
        let mut column = 0;
        let mut least = vec![i64::MAX; width + 1];
        let mut used = vec![false; width + 1];
        loop {
            used[column] = true;
            let here = row_of[column];
            let (mut delta, mut next) = (i64::MAX, 0);
            for other in 1..=width {
                if used[other] {
                    continue;
                }
                let reduced = cost(here - 1, other - 1) - u[here] - v[other];
                if reduced < least[other] {
                    least[other] = reduced;
                    way[other] = column;
                }
                if least[other] < delta {
                    delta = least[other];
                    next = other;
                }
            }
            for other in 0..=width {
                if used[other] {
                    u[row_of[other]] += delta;
                    v[other] -= delta;
                } else if other > 0 {
                    least[other] -= delta;
                }
            }
            column = next;
            if row_of[column] == 0 {
                break;
            }
        }
        while column != 0 {
            row_of[column] = row_of[way[column]];
            column = way[column];
        }
    }
    let mut out = vec![None; rows];
    for (column, &row) in row_of.iter().enumerate().skip(1).take(columns) {
        if row > 0 && cost(row - 1, column - 1) < 0 {
            out[row - 1] = Some(column - 1);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::assign;
    use proptest::prelude::*;

    fn best(scores: &[Vec<i64>], row: usize, taken: &mut Vec<usize>) -> i64 {
        let Some(row_scores) = scores.get(row) else { return 0 };
        let mut top = best(scores, row + 1, taken);
        for (column, &score) in row_scores.iter().enumerate() {
            if score > 0 && !taken.contains(&column) {
                taken.push(column);
                top = top.max(score + best(scores, row + 1, taken));
                taken.pop();
            }
        }
        top
    }

    proptest! {
        #[test]
        fn is_as_good_as_trying_all(scores in prop::collection::vec(prop::collection::vec(-9_i64..40, 4), 0..5)) {
            let found = assign(&scores);
            let sum: i64 = found.iter().zip(&scores).filter_map(|(column, row)| column.map(|c| row[c])).sum();
            prop_assert_eq!(sum, best(&scores, 0, &mut Vec::new()));
        }
    }
}
