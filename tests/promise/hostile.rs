//! Inputs made to cost a reader more than they should: one a construct that some stage looks around for.

#![allow(dead_code, reason = "each user takes its part")]

/// Name and unit of each hostile input; the unit is repeated to the size that is asked for.
pub(crate) const HOSTILE: &[(&str, &str)] = &[
    ("one line", "市"),
    ("one line of digits", "1"),
    ("one line of spaces", "市 "),
    ("spaces", " "),
    ("blank lines", "\n"),
    ("returns", "\r"),
    ("form feeds", "\u{c}"),
    ("pages of a line", "市政府昨日召开会议。\u{c}"),
    ("lines of a character", "市\n"),
    ("paragraphs of a character", "市\n\n"),
    ("open quotes", "“"),
    ("closed quotes", "”"),
    ("open brackets", "（\n"),
    ("nested brackets", "（"),
    ("crossed quotes", "“（《”）》"),
    ("nested quotes", "“市‘府"),
    ("controls", "\u{7}"),
    ("zero width", "\u{200b}市"),
    ("combining marks", "e\u{301}\u{302}"),
    ("radicals", "⼀⼆"),
    ("private use", "\u{e000}"),
    ("bylines", "本报记者 王小明\n"),
    ("one long byline", "王小明 "),
    ("titles in a line", "记者"),
    ("agencies in a line", "新华社"),
    ("leads", "本报讯（记者 王小明 通讯员 李红）\n\n"),
    ("unclosed lead", "本报讯（记者"),
    ("ending notes", "（来源：新华社）"),
    ("credits in a line", "（乔新博）"),
    ("lines from elsewhere", "From page 1\n"),
    ("hyphens", "The pre-\n"),
    ("dates", "10月19日"),
    ("jumps", "（上接第一版）\n"),
    ("jumps on", "（下转第二版）\n\n"),
    ("jump marks unclosed", "（上接第"),
    ("headlines", "党建引领聚合力\n\n"),
    ("headlines and bodies", "党建引领聚合力\n市政府昨日召开会议，部署重点工作。\n\n"),
    ("bodies before headlines", "市政府昨日召开会议，部署重\n点工作。\n\n党建引领\n\n"),
    ("adverts", "遗失声明 声明作废 地址：\n"),
    ("phone numbers", "电话：0471-1234567 "),
    ("folios", "第1版 2025年10月19日 星期日\n"),
    ("slashes", "文/图/"),
    ("dots", "·"),
    ("dashes", "——"),
    ("stops", "。"),
    (
        "widths",
        "市\n市政\n市政府\n市政府昨\n市政府昨日\n市政府昨日召\n市政府昨日召开\n市政府昨日召开会\n",
    ),
    ("letter-spacing", "好 不 好 ，必 须 以 推 动 高 质 量 发\n"),
    ("the same line", "今年以来我们坚持以人民为中心推进\n"),
    ("words of every line", "甲乙丙丁\n乙丙丁甲\n丙丁甲乙\n\n"),
];

/// `unit` repeated to `bytes` bytes or a little less.
pub(crate) fn filled(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}
