//! The set forms of a newspaper page: bylines, leads, credits, jump marks, furniture.
//!
//! Each is a pure function of a text and a language table. The reader uses them as evidence on a
//! line; composing uses the same ones to take the forms out of a paragraph.

mod credit;
mod furniture;
mod jump;
mod lead;
mod name;
mod page;
mod people;
mod signature;
mod western;

pub use credit::{Ending, ending};
pub(crate) use credit::{ending_by, unbracketed};
pub use furniture::furniture;
pub(crate) use furniture::furniture_by;
pub use jump::{JumpMark, jump_from, jump_on};
pub(crate) use lead::lead_end;
pub use lead::{Lead, lead};
pub use name::is_name;
pub use page::{PageNumber, folio_number, page_number};
pub use people::{Party, byline, is_title, people};
pub(crate) use people::{byline_by, is_told_byline};
pub use signature::signature;
pub(crate) use signature::{is_signed, unclosed};
