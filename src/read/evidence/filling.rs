//! How lines fill the column that they are set in, by the widths of their letters: where the first word of a line had found
//! room on the line before, something ended there, and the first line of a paragraph lacks the indent.

use super::{after, before};
use crate::read::view::View;

/// A line may fall short of its column by less than each of these, or by as much as the last and more, in hundredths of an
/// em. Chinese lines differ by half an em, and an indent is two.
const SHORT: [i32; 8] = [-40, 20, 60, 90, 140, 190, 240, 320];
/// The same of the room for a word.
const ROOM: [i32; 7] = [-350, -200, -120, -60, 0, 80, 250];
/// And of the room on a line for the next: by some, by none as far as letters of another face may tell, by none.
const ROOM_AFTER: [i32; 2] = [-60, 60];

/// How many values [`room_before`] and [`short_by`] have.
pub(super) const ROOMS_BEFORE: usize = 1 + (ROOM.len() + 1) * SHORTS * 2;
pub(super) const SHORTS_BY: usize = SHORTS * (ROOM_AFTER.len() + 2) * 2;

const SHORTS: usize = SHORT.len() + 1;

fn level(value: i32, bounds: &[i32]) -> usize {
    bounds.partition_point(|&bound| bound <= value)
}

fn short(view: &View<'_>, index: usize) -> usize {
    level(view.setting.short(index), &SHORT)
}

fn ended(view: &View<'_>, index: usize) -> usize {
    usize::from(before(index).is_none_or(|at| view.ends_sentence(at)))
}

/// Whether the first word of this line had found room on the line before, and how far this line falls short of its column.
/// Statthalter nach Kärnten. / Die Kärntner: Die had.
pub(super) fn room_before(view: &View<'_>, index: usize) -> usize {
    let Some(at) = before(index) else { return 0 };
    let room = level(view.setting.short(at) - view.setting.first_word(view.str(index)), &ROOM);
    1 + (room * SHORTS + short(view, index)) * 2 + ended(view, index)
}

/// How far this line falls short of its column, and whether the next one's first word had found room on it.
pub(super) fn short_by(view: &View<'_>, index: usize) -> usize {
    let after = after(view, index).map_or(0, |next| {
        let word = view.setting.first_word(view.str(next));
        1 + level(view.setting.short(index) - word, &ROOM_AFTER)
    });
    (short(view, index) * (ROOM_AFTER.len() + 2) + after) * 2 + ended(view, index)
}

/// How surely a paragraph begins with this line by the widths of those about it.
pub(super) fn begins(view: &View<'_>, index: usize) -> usize {
    view.begins[index].into()
}
