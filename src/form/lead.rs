//! Leads: what opens a report and says whence it came. 本报讯（记者 刘生瑶）, 〔記者張存薇／台東報導〕.

use super::people::{Party, people};
use crate::language::{Pattern, Table};
use std::ops::Range;

/// The words that open a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The whole lead, white space after it included.
    pub range: Range<usize>,
    /// 本报北京1月24日讯; absent where only people are named.
    pub dateline: Option<Range<usize>>,
    /// 本报, 新华社.
    pub agency: Option<Range<usize>>,
    /// The place.
    pub place: Option<Range<usize>>,
    /// The date.
    pub date: Option<Range<usize>>,
    /// Who reports, and where they are named, brackets included.
    pub people: Option<(Range<usize>, Vec<Party>)>,
}

/// How far into a text a lead can reach, in bytes.
const REACH: usize = 400;

/// The lead at the start of `text`.
///
/// # Examples
///
/// ```
/// use tearsheet::{Language, form::lead, language::Table};
/// let text = "新华社郑州3月16日电（记者钱亮、刘思婷）第八届世界游泳锦标赛今晚落幕。";
/// let found = lead(text, Table::of(Language::SimplifiedChinese)).unwrap();
/// assert_eq!(&text[found.dateline.unwrap()], "新华社郑州3月16日电");
/// assert_eq!(found.people.unwrap().1[0].names, ["钱亮", "刘思婷"]);
/// assert!(text[found.range.end..].starts_with("第八届"));
/// ```
pub fn lead(text: &str, table: &Table) -> Option<Lead> {
    let text = opening(text, table)?;
    table.leads.iter().find_map(|pattern| read(text, pattern, table))
}

/// Where the lead at the start of `text` ends.
pub(crate) fn lead_end(text: &str, table: &Table) -> Option<usize> {
    let text = opening(text, table)?;
    table.leads.iter().find_map(|pattern| {
        // Who is named decides where a lead ends; the other groups, which cost most, do not.
        if pattern.has_group("people") {
            read(text, pattern, table).map(|lead| lead.range.end)
        } else {
            pattern.find_end(text).map(|end| skip_space(text, end))
        }
    })
}

/// As much of `text` as a lead can take, if one may open it.
fn opening<'t>(text: &'t str, table: &Table) -> Option<&'t str> {
    let first = text.chars().next()?;
    // Papers of other names than the table's open with a Han character as well: 浙江在线讯.
    let may_lead = (table.may_lead)(first) || crate::line::is_han(first);
    let text = &text[..text.floor_char_boundary(REACH)];
    (may_lead && !(table.no_lead)(text)).then_some(text)
}

fn skip_space(text: &str, from: usize) -> usize {
    text.len() - text[from..].trim_start().len()
}

fn read(text: &str, pattern: &Pattern, table: &Table) -> Option<Lead> {
    let found = pattern.captures(text)?;
    let group = |name| found.name(name).map(|group| group.range());
    // 本报热线接到的电话: 电 begins a word there and ends no lead.
    if group("word").is_some_and(|word| !word.is_empty()) {
        return None;
    }
    let whole = found.get(0)?.range();
    let mut end = whole.end;
    let named = group("people").or_else(|| group("report"));
    let parties = named.clone().and_then(|range| {
        let named = text[range.clone()].trim_end_matches("报道").trim_end_matches("報導");
        people(named, table).map(|mut parties| {
            for party in &mut parties {
                party.range = party.range.start + range.start..party.range.end + range.start;
            }
            parties
        })
    });
    let dateline = group("dateline");
    let people = match (named, parties, dateline.clone()) {
        (Some(named), Some(parties), _) => {
            // The brackets and the colon belong to the people, the dateline stands alone.
            let from = dateline.clone().filter(|line| line.start < named.start);
            let from = from.map_or(whole.start, |line| line.end);
            let skipped = text[from..named.start].trim_start();
            let start = named.start - skipped.len();
            // 【記者X／高雄報導】: the dateline stands after the people, inside their brackets.
            let behind = dateline.clone().filter(|line| line.start >= named.end);
            Some((start..behind.map_or(end, |line| line.start), parties))
        }
        // 新华社北京1月5日电（…）: the brackets hold no people, so they are text.
        (Some(_), None, Some(line)) => {
            end = line.end;
            None
        }
        (Some(_), None, None) => return None,
        (None, ..) => None,
    };
    Some(Lead {
        range: 0..skip_space(text, end),
        dateline,
        agency: group("agency").filter(|range| !range.is_empty()),
        place: group("place")
            .map(|range| range.start..range.start + text[range].trim_end().len())
            .filter(|range| !range.is_empty()),
        date: group("date").filter(|range| !range.is_empty()),
        people,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Language;

    #[track_caller]
    fn read(language: Language, text: &str) -> (String, Vec<String>) {
        let found = lead(text, Table::of(language)).unwrap_or_else(|| panic!("no lead in {text}"));
        let names = found.people.iter().flat_map(|(_, parties)| parties);
        (
            text[found.range.clone()].to_owned(),
            names.flat_map(|party| party.names.clone()).collect(),
        )
    }

    #[test]
    fn reads_leads_of_the_mainland() {
        for (lead, names) in [
            ("本报讯（记者孙珺 通讯员褚家威）", "孙珺 褚家威"),
            ("本报讯 （记者 邹太平 通讯员 袁东广 舒雪慧）", "邹太平 袁东广 舒雪慧"),
            ("本报讯", ""),
            ("本报讯记者李长云报道：", "李长云"),
            ("本报南平10月19日电  （记者刘晓宇）", "刘晓宇"),
            ("本报北京1月5日讯记者陈祖甲、温红彦报道：", "陈祖甲 温红彦"),
            ("新华社成都一月十七日电（记者任硌）", "任硌"),
            ("新华社北京1月5日电（张东波、陈学如）", "张东波 陈学如"),
            ("据新华社昆明1月24日电", ""),
            ("青岛新闻网7月3日讯（见习记者 宋波鸿）", "宋波鸿"),
            ("新华社布宜诺斯艾利斯电", ""),
            ("本报巴音郭楞蒙古自治州讯（记者 刘晓宇）", "刘晓宇"),
            ("本报 讯（记者 邹太平）", "邹太平"),
        ] {
            let (found, people) =
                read(Language::SimplifiedChinese, &format!("{lead}会议昨日召开。"));
            assert_eq!((found.as_str(), people.join(" ").as_str()), (lead, names));
        }
    }

    #[test]
    fn reads_leads_in_traditional_characters() {
        for (lead, names) in [
            ("〔記者張存薇／台東報導〕", "張存薇"),
            ("【吳珮如、陳培煌╱台北報導】", "吳珮如 陳培煌"),
            ("（中央社記者彭君君花蓮5日電）", "彭君君"),
            ("記者黃麗宏／苗栗報導", "黃麗宏"),
            ("【本報訊】", ""),
            ("（倫敦廿日路透電）", ""),
            ("〔本報漢口廿一日電〕", ""),
            ("（土耳其國依思頓堡廿日美聯電）", ""),
        ] {
            let (found, people) =
                read(Language::TraditionalChinese, &format!("{lead}會議昨日召開。"));
            assert_eq!((found.as_str(), people.join(" ").as_str()), (lead, names));
        }
    }

    #[test]
    fn reads_datelines_of_western_papers() {
        for (language, dateline, parts) in [
            (Language::English, "WASHINGTON, Jan. 5 (AP) —", "WASHINGTON|Jan. 5|AP"),
            (Language::English, "WASHINGTON, Jan. 5 (AP) -", "WASHINGTON|Jan. 5|AP"),
            (Language::English, "SPRINGFIELD, Ill. (UPI) --", "SPRINGFIELD, Ill.||UPI"),
            (Language::English, "LONDON, Thursday. —", "LONDON|Thursday|"),
            (Language::English, "PARIS, 3 MARCH [Reuter] —", "PARIS|3 MARCH|Reuter"),
            (Language::English, "New York, Feb. 3. —", "New York|Feb. 3|"),
            (Language::English, "WASHINGTON (AP)-", "WASHINGTON||AP"),
            (Language::English, "PORT ARDLEY. March 6. (Reuter)", "PORT ARDLEY.|March 6|Reuter"),
            (Language::German, "Berlin, 12. März. (W. T. B.)", "Berlin|12. März|W. T. B."),
            (Language::German, "Berlin, den 5. Auguſt. (Wolff.)", "Berlin|den 5. Auguſt|Wolff."),
            (Language::German, "Bern, 4. Febr.", "Bern|4. Febr.|"),
            (Language::German, "Köln/Bonn (dpa).", "Köln/Bonn||dpa"),
            (Language::German, "(sda) Bern, 4. Februar. –", "Bern|4. Februar|sda"),
            (Language::German, "BERLIN.", "BERLIN||"),
            (Language::French, "PARIS, 3 mars. —", "PARIS|3 mars|"),
            (Language::French, "Genève, le 3 mars (ats). —", "Genève|3 mars|ats"),
            (Language::French, "PARIS (AFP) —", "PARIS||AFP"),
            (Language::French, "PARIS 3 mars. —", "PARIS|3 mars|"),
        ] {
            let text = format!("{dateline} Zwei Two Deux sind.");
            let found = lead(&text, Table::of(language)).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(text[found.range.clone()].trim_end(), dateline);
            let said = [found.place, found.date, found.agency];
            let said = said.map(|range| range.map_or("", |range| &text[range]));
            assert_eq!(said.join("|").trim_end_matches("—").trim_end(), parts, "{text}");
        }
        for (language, text) in [
            (Language::English, "Washington, Jan. 5 and 6 were cold."),
            (Language::English, "A Monday like any other"),
            (Language::English, "SIR — The bus was late."),
            (Language::English, "FORTY-two came."),
            (Language::English, "FURIOUS DRIVING.—Percy Hall was fined."),
            (Language::English, "EVERY Friday at noon"),
            (Language::German, "Sonntag, 16. April Andacht"),
            (Language::German, "Donnerſtag, 16. April (Gründonnerstag): Andacht"),
            (Language::French, "Le mardi 18 mai un train"),
            (Language::French, "Samedi, 12 mai, aura lieu"),
            (Language::French, "MONSIEUR — Je suis"),
            (Language::German, "Der Rat (mit Vorsitz) tagte nicht, weil er fehlte."),
        ] {
            assert_eq!(lead(text, Table::of(language)), None, "{text}");
        }
    }

    #[test]
    fn a_part_that_is_not_there_is_absent() {
        let text = "【某社台北十九日電】市府表示。";
        let found = lead(text, Table::of(Language::TraditionalChinese)).expect("a lead");
        assert_eq!(found.agency, None);
    }

    #[test]
    fn does_not_take_a_sentence_for_a_lead() {
        for text in [
            "本报记者在现场看到，",
            "新华社的报道说，电站已经建成。",
            "今年以来，",
            "本报热线接到电话，说",
            "本报5日电话采访了",
            "本报昨接读者来电，说",
            "本刊近三个月收到家电维修的投诉",
        ] {
            assert_eq!(lead(text, Table::of(Language::SimplifiedChinese)), None, "{text}");
        }
    }
}
