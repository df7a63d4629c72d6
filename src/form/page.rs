//! Page numbers: 第7版, A3版, page 6, as jump marks and folios print them.

use regex::{Captures, Regex};
use std::sync::LazyLock;

/// The number that a page bears in print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageNumber {
    /// The letter of the section, in upper case: A in A7.
    pub section: Option<char>,
    /// The number within it.
    pub number: usize,
}

impl PageNumber {
    /// Whether the two can be the same page: marks often leave the section out.
    pub fn fits(self, other: Self) -> bool {
        let sections = (self.section, other.section);
        self.number == other.number
            && (self.section == other.section || matches!(sections, (None, _) | (_, None)))
    }
}

static IN_MARK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?P<section>[A-Za-z])?-?(?P<number>[0-9０-９]{1,3}|[〇○零一二三四五六七八九十廿卅]{1,3})",
    )
    .expect("a valid pattern")
});

/// A number alone says little: it must be called a page or be all that stands there. 第8127期 and 二〇二四年 are none.
static IN_FOLIO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:第\s*(?:[A-Z]?[0-9０-９〇○零一二三四五六七八九十廿卅]{1,3})|^\s*[A-Z]?[0-9０-９〇○零一二三四五六七八九十廿卅]{1,3})\s*版|",
        r"^\s*[A-Z]?-?[0-9]{1,3}\s*$|^\s*[A-Z][0-9]{1,2}\s|",
        r"(?i:\bpage|\bseite)\s*[A-Z]?-?[0-9]{1,3}\b",
    ))
    .expect("a valid pattern")
});

/// The page that a jump mark names.
///
/// # Examples
///
/// ```
/// use tearsheet::form::page_number;
/// assert_eq!(page_number("第十二版").unwrap().number, 12);
/// assert_eq!(page_number("A3版").unwrap().section, Some('A'));
/// assert_eq!(page_number("page 6").unwrap().number, 6);
/// ```
pub fn page_number(mark: &str) -> Option<PageNumber> {
    let told = IN_MARK.captures_iter(mark).filter(|found| !within_word(mark, found));
    told.filter_map(number).next().or_else(|| {
        let mut words = mark.split_whitespace().map(str::to_lowercase);
        let number =
            words.find_map(|word| WORDS.iter().position(|alike| alike.contains(&word.as_str())))?;
        Some(PageNumber { section: None, number: number + 1 })
    })
}

/// Numbers of pages as words: Page One, der ersten Seite, première page.
const WORDS: [&[&str]; 4] = [
    &["one", "first", "front", "ersten", "première", "titelseite"],
    &["two", "second", "zweiten", "deuxième"],
    &["three", "third", "dritten", "troisième"],
    &["four", "fourth", "vierten", "quatrième"],
];

/// The number of the page in its folio.
///
/// # Examples
///
/// ```
/// use tearsheet::form::folio_number;
/// assert_eq!(folio_number("岚川晚报 2024年5月20日 第二版").unwrap().number, 2);
/// assert!(folio_number("2024年5月20日 星期一").is_none());
/// ```
pub fn folio_number(folio: &str) -> Option<PageNumber> {
    page_number(IN_FOLIO.find(folio)?.as_str())
}

/// The e of page is no section.
fn within_word(mark: &str, found: &Captures<'_>) -> bool {
    let start = found.get(0).map_or(0, |whole| whole.start());
    found.name("section").is_some() && mark[..start].ends_with(char::is_alphabetic)
}

fn number(found: Captures<'_>) -> Option<PageNumber> {
    let section = found.name("section").and_then(|letter| letter.as_str().chars().next());
    Some(PageNumber {
        section: section.map(|letter| letter.to_ascii_uppercase()),
        number: value(found.name("number")?.as_str()).filter(|&number| number > 0)?,
    })
}

/// The value of digits, 十二 and 二〇 alike.
fn value(digits: &str) -> Option<usize> {
    // What stands before the tens, and what has been read since.
    let (mut tens, mut rest) = (0, None);
    for digit in digits.chars() {
        let unit = match digit {
            '十' => {
                tens += rest.take().unwrap_or(1) * 10;
                continue;
            }
            '廿' => {
                tens += 20;
                continue;
            }
            '卅' => {
                tens += 30;
                continue;
            }
            '〇' | '○' | '零' => 0,
            '０'..='９' => digit as usize - '０' as usize,
            _ => match "一二三四五六七八九".chars().position(|numeral| numeral == digit) {
                Some(index) => index + 1,
                None => digit.to_digit(10)? as usize,
            },
        };
        rest = Some(rest.unwrap_or(0) * 10 + unit);
    }
    Some(tens + rest.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_of_all_kinds() {
        for (mark, number) in [
            ("第一版", 1),
            ("第十版", 10),
            ("二十一版", 21),
            ("廿三版", 23),
            ("一〇版", 10),
            ("第１２版", 12),
            ("Seite 14", 14),
            ("pages B7", 7),
            ("Page One", 1),
            ("der zweiten Seite", 2),
            ("2e page", 2),
        ] {
            assert_eq!(page_number(mark).map(|page| page.number), Some(number), "{mark}");
        }
        assert_eq!(page_number("page 6").and_then(|page| page.section), None);
        assert_eq!(page_number("back page"), None);
    }

    #[test]
    fn a_date_is_no_page() {
        for folio in ["二〇二四年五月二十日", "第8127期", "Vol. 12", "Monday, May 20, 2024"]
        {
            assert_eq!(folio_number(folio), None, "{folio}");
        }
        for (folio, number) in [("3版 要闻", 3), ("A07 财经", 7), ("Page 4 - News", 4), ("12", 12)]
        {
            assert_eq!(folio_number(folio).map(|page| page.number), Some(number), "{folio}");
        }
    }
}
