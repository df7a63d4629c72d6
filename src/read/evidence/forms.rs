//! The set forms on a line and on its neighbours.

use super::{after, before, end, fill3, kind};
use crate::line::Class;
use crate::read::view::View;

/// A byline's form, and whether a head stands beside it. 洪  勇 is one only next to a headline.
pub(super) fn byline(view: &View<'_>, index: usize) -> usize {
    let form = usize::from(view.forms[index].byline);
    let head = |at: Option<usize>| at.is_some_and(|at| !view.is_text(at));
    let beside = usize::from(head(before(index))) + usize::from(head(after(view, index)));
    form * 3 + beside
}

/// A line that is signed in no known form, and whether a head stands before and after: 护士 虞小满.
pub(super) fn signature(view: &View<'_>, index: usize) -> usize {
    let head = |at: Option<usize>| usize::from(at.is_some_and(|at| !view.is_text(at)));
    if !view.forms[index].signed {
        return 0;
    }
    1 + head(before(index)) * 2 + head(after(view, index))
}

/// A lead on this line or on one of the next two: what stands right over 本报讯 is a head.
pub(super) fn lead(view: &View<'_>, index: usize) -> usize {
    let lead = |at: usize| {
        let form = view.forms.get(at);
        form.is_some_and(|form| form.lead || form.jump_from)
    };
    usize::from(lead(index))
        + 2 * usize::from(lead(index + 1))
        + 4 * usize::from(lead(index + 2))
        + 8 * usize::from(index.checked_sub(1).is_some_and(lead))
}

/// A lead on this line, and how the line before ends. In old print a lead opens each paragraph: 、 then
/// （翁源廿日電）.
pub(super) fn lead_here(view: &View<'_>, index: usize) -> usize {
    let form = &view.forms[index];
    if !form.lead {
        return 0;
    }
    1 + usize::from(form.all_lead) * 5 + end(view, before(index))
}

/// The name of a column (聚焦两会, 国际论坛) or an office, whether it stands apart, and whether a head follows.
pub(super) fn column_name(view: &View<'_>, index: usize) -> usize {
    let short = usize::from(view.lines[index].stops == 0);
    let word = usize::from(view.forms[index].column);
    let next = match after(view, index) {
        None => 0,
        Some(next) if view.is_text(next) => 1,
        Some(_) => 2,
    };
    ((word * 3) + next) * 2 + short
}

/// A bracket of names or of a source at the end of the line, or as the whole line.
pub(super) fn ending(view: &View<'_>, index: usize) -> usize {
    let form = &view.forms[index];
    let short = usize::from(fill3(view.measures[index].fill) == 2);
    (usize::from(form.ending) * 2 + usize::from(form.ending_alone)) * 2 + short
}

/// Whether the last text before the line came to its end with such a bracket, and whether it is the
/// line right before.
pub(super) fn ending_before(view: &View<'_>, index: usize) -> usize {
    let ended = |at: usize| {
        let form = &view.forms[at];
        if form.jump_on > 0 { 4 } else { usize::from(form.ending) }
    };
    let right_before = before(index).map_or(0, ended);
    let text_before = view.text_before[index].map_or(0, ended);
    let ended = if right_before > 0 { right_before } else { text_before };
    (ended * 2 + usize::from(right_before > 0)) * 2 + usize::from(view.is_text(index))
}

/// The forms of the lines before and after: a head stands beside a byline.
pub(super) fn beside(view: &View<'_>, index: usize) -> usize {
    let form = |at: Option<usize>| {
        let Some(at) = at else { return 5 };
        let form = &view.forms[at];
        match () {
            () if form.byline == 2 => 1,
            () if form.byline == 1 => 2,
            () if form.ending_alone && form.ending > 0 => 3,
            () if form.furniture.is_some() => 4,
            () => 0,
        }
    };
    form(before(index)) * 6 + form(after(view, index))
}

/// Marks that a text goes on elsewhere or comes from there.
pub(super) fn jump(view: &View<'_>, index: usize) -> usize {
    let form = &view.forms[index];
    usize::from(form.jump_from) * 3 + usize::from(form.jump_on)
}

/// What furniture the words of the line make it, and where it stands.
pub(super) fn furniture(view: &View<'_>, index: usize) -> usize {
    let place = match super::edges::place(view, index) {
        0 => 0,
        1 | 2 => 1,
        _ => 2,
    };
    let text = usize::from(view.is_text(index));
    if text > 0 {
        18 + kind(view.forms[index].furniture)
    } else {
        kind(view.forms[index].furniture) * 3 + place
    }
}

/// Whether lines before or after are furniture by their words: it stands together.
pub(super) fn furniture_beside(view: &View<'_>, index: usize) -> usize {
    let count = |range: std::ops::Range<usize>| {
        let furniture =
            |&at: &usize| view.forms.get(at).is_some_and(|form| form.furniture.is_some());
        range.filter(furniture).count().min(2)
    };
    count(index.saturating_sub(3)..index) * 3 + count(index + 1..index + 4)
}

/// The words of captions here, a photographer's name at the end of the block, a wide measure.
pub(super) fn caption(view: &View<'_>, index: usize) -> usize {
    let (_, end) = view.blocks[index];
    let photographer = (index..end.min(index + 6)).any(|at| view.forms[at].ending == 2);
    let wide = view.measures[index].width * 10 > view.main_measure * 13;
    let cue = view.forms[index].caption;
    let after_caption = index.checked_sub(1).is_some_and(|at| view.forms[at].ending == 2);
    usize::from(cue)
        + 2 * usize::from(photographer)
        + 4 * usize::from(wide)
        + 8 * usize::from(after_caption)
}

/// A short line that ends in a colon or a dash: 海勃湾区清泉社区党委：.
pub(super) fn kicker(view: &View<'_>, index: usize) -> usize {
    let line = &view.lines[index];
    let leads_on = match line.last {
        Class::Colon => 1,
        Class::Dash => 2,
        _ => 0,
    };
    let short = usize::from(line.glyphs <= 20 && line.stops == 0);
    let next_is_head = after(view, index).is_some_and(|next| !view.is_text(next));
    (leads_on * 2 + short) * 2 + usize::from(next_is_head)
}

/// A number or bullet of a list, and an editor's note.
pub(super) fn enumerator(view: &View<'_>, index: usize) -> usize {
    let form = &view.forms[index];
    let ended = before(index).is_none_or(|at| view.ends_sentence(at));
    (usize::from(form.enumerator) * 2 + usize::from(form.note)) * 2 + usize::from(ended)
}
