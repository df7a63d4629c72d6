//! Signatures: people on a line that is known to be a byline. What stands before the names may be anything then:
//! 七十四岁 老把式 席长河, 专家门诊：津工大管理学院 屠立言, 讲述人：祁桂香（96岁） 记录：蔡伯宁.

use super::name::{is_name, run_together};
use super::people::{Party, byline};
use super::western;
use crate::document::CreditRole;
use crate::language::Table;
use crate::line::is_han;

/// Reads a line that is known to be a byline as people. Gives `None` where it names nobody in a form that is known:
/// 省行政学院课题组 signs as a whole.
///
/// # Examples
///
/// ```
/// use tearsheet::{Language, form::{byline, signature}, language::Table};
/// let table = Table::of(Language::SimplifiedChinese);
/// assert!(byline("护士 虞小满", table).is_none());
/// assert_eq!(signature("护士 虞小满", table).unwrap()[0].names, ["虞小满"]);
/// ```
pub fn signature(text: &str, table: &Table) -> Option<Vec<Party>> {
    byline(text, table).or_else(|| {
        if !table.bylines.is_empty() {
            return western::signed(text, table).map(|party| vec![party]);
        }
        Some(signed(text, table)).filter(|signed| !signed.is_empty())
    })
}

/// The text of a signature without the bracket that opens or closes on another line, and the names in it, if a form tells them:
/// （记者许倩子.
pub(crate) fn unclosed<'t>(text: &'t str, table: &Table) -> (&'t str, Vec<String>) {
    let bare = text.trim_matches(['（', '）', '(', ')', '【', '】', '〔', '〕']);
    let parties = signature(bare, table).unwrap_or_default();
    (bare, parties.into_iter().flat_map(|party| party.names).collect())
}

/// Whether a line that may be no byline is signed: words of which the last is a name by its form, the others none.
pub(crate) fn is_signed(text: &str, table: &Table) -> bool {
    let names = |party: &Party| party.names.last().is_some_and(|name| is_name(name, table));
    let may_be = table.bylines.is_empty() && text.contains(char::is_whitespace);
    may_be && signed(text, table).last().is_some_and(names)
}

/// A name of any kind, set with spaces: 海　澄 in brackets after a sentence.
pub(super) fn pen_name(text: &str, table: &Table) -> Option<Vec<Party>> {
    let mut words = text.split_whitespace();
    let single = |word: &str| word.chars().all(is_han) && word.chars().nth(1).is_none();
    let padded = (2..=3).contains(&words.clone().count()) && words.all(single);
    (table.bylines.is_empty() && padded).then(|| signed(text, table))
}

fn signed(text: &str, table: &Table) -> Vec<Party> {
    let mut out: Vec<Party> = Vec::new();
    // The words of those who did one thing, and what a word before them said of it.
    let mut theirs: Vec<Word<'_>> = Vec::new();
    let mut opened = None;
    let words = words(text);
    for (index, &word) in words.iter().enumerate() {
        let next = words.get(index + 1);
        let sign = sign_of(word, next, table);
        // 文　心　摄影　杭　玉: the name comes after.
        let picture = matches!(sign, Some((sign, CreditRole::Photo)) if word.text == sign);
        match sign {
            _ if word.opens || picture && next.is_some() => {
                let role = sign.map_or(CreditRole::Author, |(_, role)| role);
                out.extend(party(text, &theirs, opened.replace((role, word.start)), table));
                theirs.clear();
            }
            // 阿　槐整理
            Some((sign, role)) => {
                let name = word.text.strip_suffix(sign).unwrap_or_default();
                if !name.is_empty() {
                    theirs.push(Word { text: name, ..word });
                }
                out.extend(party(text, &theirs, opened.take().or(Some((role, usize::MAX))), table));
                theirs.clear();
            }
            None => theirs.push(word),
        }
    }
    out.extend(party(text, &theirs, opened, table));
    out
}

/// What the word says that one did who signs: it is such a word, or ends with one behind a name.
fn sign_of(
    word: Word<'_>,
    next: Option<&Word<'_>>,
    table: &Table,
) -> Option<(&'static str, CreditRole)> {
    let single = |word: &Word<'_>| word.text.chars().nth(1).is_none();
    // 文　成 is a name, and so is 孟鹏文: only 摄 and words of two characters may stand right behind one.
    if !word.opens && single(&word) && next.is_some_and(single) {
        return None;
    }
    let behind = |sign: &str| sign.chars().nth(1).is_some() || matches!(sign, "摄" | "攝");
    let says = |sign: &str| word.text == sign || behind(sign) && word.text.ends_with(sign);
    table
        .signs
        .iter()
        .find_map(|&(role, signs)| signs.iter().find(|sign| says(sign)).map(|&sign| (sign, role)))
}

/// A word of a signature.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    start: usize,
    /// Whether it opens what follows, as 整理： does.
    opens: bool,
}

/// The words of `text`, without what is in brackets behind them: 祁桂香（96岁，原边区被服厂工人）, but 五（4）班.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut out: Vec<Word<'_>> = Vec::new();
    let (mut depth, mut start, mut end) = (0_usize, None, 0);
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match character {
            '（' | '(' | '［' | '[' | '〔' => depth += 1,
            '）' | ')' | '］' | ']' | '〕' => depth = depth.saturating_sub(1),
            _ if depth > 0 && at < text.len() => {}
            _ if character.is_alphanumeric() || matches!(character, '·' | '・' | '•') => {
                start.get_or_insert(at);
                end = at + character.len_utf8();
            }
            _ => {
                let opens = matches!(character, '：' | ':' | '/' | '／' | '╱');
                out.extend(start.take().map(|start| Word {
                    text: &text[start..end],
                    start,
                    opens,
                }));
                if opens && let Some(last) = out.last_mut() {
                    last.opens = true;
                }
            }
        }
    }
    out
}

/// A name has so many characters at most; a longer word is a title or a place of work.
const NAME_GLYPHS: usize = 4;

/// The people that words name. The last one that may be a name is one, whatever it is; others are by their form, or
/// are titles.
fn party(
    text: &str,
    words: &[Word<'_>],
    said: Option<(CreditRole, usize)>,
    table: &Table,
) -> Option<Party> {
    let named = padded(text, words, table);
    let may_be = |name: &str| {
        name.contains(['·', '・', '•']) || {
            let glyphs = name.chars().count();
            (2..=NAME_GLYPHS).contains(&glyphs) && name.chars().all(is_han)
        }
    };
    let last = named.iter().rposition(|named| may_be(&named.text))?;
    let end = named[last].end;
    let start = words.first().map_or(0, |word| word.start);
    let names = named.into_iter().take(last + 1).enumerate();
    let names = names
        .filter(|(at, named)| *at == last || named.padded || is_name(&named.text, table))
        .map(|(_, named)| named.text)
        .collect();
    let (role, from) = said.unwrap_or((CreditRole::Author, start));
    Some(Party { role, told: said.is_some(), names, range: from.min(start)..end })
}

/// A word, or single characters that pad each other.
struct Named {
    text: String,
    end: usize,
    padded: bool,
}

/// The words, single characters that pad each other put together: 虞　小满, 石 磊落, 葛 天 民.
fn padded(text: &str, words: &[Word<'_>], table: &Table) -> Vec<Named> {
    let mut out = Vec::with_capacity(words.len());
    let end = |word: &Word<'_>| word.start + word.text.len();
    let mut rest = words;
    while !rest.is_empty() {
        let glyphs = |word: &Word<'_>| word.text.chars().take(3).count();
        // Only white space pads a name.
        let next =
            |at: usize| at == 0 || text[end(&rest[at - 1])..rest[at].start].trim().is_empty();
        let single = |&at: &usize| glyphs(&rest[at]) == 1 && next(at);
        let singles = (0..rest.len()).take_while(single).count();
        let pair = rest.get(singles).filter(|word| glyphs(word) == 2 && next(singles));
        let count = match (singles, pair) {
            // 石 磊落; 毕 成 高 岫云
            (1 | 3.., Some(_)) => singles + 1,
            _ => singles.max(1),
        };
        let (padded, after) = rest.split_at(count);
        let whole: String = padded.iter().map(|word| word.text).collect();
        let named = |text: String| Named { text, end: end(&padded[count - 1]), padded: count > 1 };
        match run_together(&whole, table).filter(|_| count > 3) {
            Some(names) => out.extend(names.into_iter().map(named)),
            None => out.push(named(whole)),
        }
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language;

    #[test]
    fn brackets_may_close_on_another_line() {
        let table = Table::of(Language::SimplifiedChinese);
        assert_eq!(signature("（记者许倩子", table), None);
        assert_eq!(unclosed("（记者许倩子", table), ("记者许倩子", vec!["许倩子".to_owned()]));
        assert_eq!(unclosed("省行政学院课题组）", table), ("省行政学院课题组", Vec::new()));
    }

    #[test]
    fn reads_names_after_anything() {
        let table = Table::of(Language::SimplifiedChinese);
        for (text, want) in [
            ("七十四岁 老把式 席长河", "席长河"),
            ("读者 葛 天 民", "葛天民"),
            ("主管药师　澹台静", "澹台静"),
            ("专家门诊：津工大管理学院　屠立言", "屠立言"),
            ("讲述人：祁桂香（96岁，原边区被服厂工人） 记录：蔡伯宁", "祁桂香 蔡伯宁"),
            ("口述/柴 进宝　记录/本报记者 溪 云", "柴进宝 溪云"),
            ("路小曼口述　阿　槐整理", "路小曼 阿槐"),
            ("孟和 著　白嘎力 译", "孟和 白嘎力"),
            ("［法］留学生　倪　虹", "倪虹"),
            ("本报记者 石 磊落 特约通讯员 卜 凡", "石磊落 卜凡"),
            ("吴　岩　周　之　平", "吴岩 周之平"),
            ("某连战士 孟鹏文", "孟鹏文"),
            ("军校学员 归 海平", "归海平"),
            ("省委党校　毕　成　高　岫云", "毕成 高岫云"),
            ("文　心　摄影　杭　玉", "文心 杭玉"),
            ("实验小学五（4）班　邝　野　邝大庆", "邝野 邝大庆"),
            ("2018级汉语言文学专业 水 清", "水清"),
        ] {
            let found = signature(text, table).unwrap_or_default();
            let names: Vec<String> = found.into_iter().flat_map(|party| party.names).collect();
            assert_eq!(names.join(" "), want, "{text}");
        }
    }

    #[test]
    fn what_signs_as_a_whole_names_nobody() {
        let table = Table::of(Language::SimplifiedChinese);
        assert_eq!(signature("省乡村振兴研究中心课题组", table), None);
    }
}
