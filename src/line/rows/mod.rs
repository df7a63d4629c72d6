//! Rows that an extractor broke where spacing to the measure opened wide gaps in them, put together.

mod punctuated;
mod western;

use super::Line;

/// Puts the pieces of broken rows in order, Western ones by the space behind them that shows that they go on, Chinese ones
/// by the punctuation that they end with and by their widths. Pieces that stand together and in order become one line.
///
/// Costs time linear in the lines.
///
/// # Examples
///
/// ```
/// use tearsheet::line::{lines, rejoin};
/// let text = "The ferry will leave the old pier,\nharbour office of the\nthe \nport said on Monday, because the quay\n\
///     is under repair until the autumn.";
/// let found = rejoin(text, lines(text).lines);
/// assert_eq!(&text[found[1].span.range()], "the");
/// assert_eq!(&text[found[2].span.range()], "harbour office of the");
/// ```
pub fn rejoin(text: &str, lines: Vec<Line>) -> Vec<Line> {
    punctuated::rejoin(text, western::rejoin(text, lines))
}
