//! The forms of Chinese papers: names, kickers, decks, bylines, leads, credits and what stands between.

use super::Chance;
use serde_json::Value;
use tearsheet::Language;
use tearsheet::language::Table;

/// Characters of given names.
const GIVEN: &str =
    "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英华玉萍红梅鑫波斌宇浩凯琳雪晨思佳文海建国志";
const GIVEN_HANT: &str =
    "偉芳娜敏靜麗強磊軍洋勇艷傑濤明超秀霞平剛桂英華玉萍紅梅鑫波斌宇浩凱琳雪晨思佳文海建國志";
const PLACES: &[&str] =
    &["北京", "南宁", "广州", "银川", "郑州", "莫斯科", "华盛顿", "成都", "长沙", "巴黎", "河州"];
const PLACES_HANT: &[&str] =
    &["台北", "高雄", "花蓮", "嘉義", "桃園", "東京", "彰化", "屏東", "香港"];
const OFFICES: &[&str] = &[
    "市委组织部",
    "我市",
    "河州市",
    "全国人大代表",
    "海南区",
    "农业农村局",
    "记者调查",
    "聚焦两会",
    "深读",
    "独家",
    "专家",
];
const OFFICES_HANT: &[&str] = &["獨家追蹤", "地方焦點", "治安亮紅燈", "專家", "國際瞭望", "市府"];

const COLUMNS: &[&str] = &[
    "记者调查",
    "聚焦两会",
    "深读",
    "独家",
    "人物",
    "一线见闻",
    "本报评论",
    "文化观察",
    "健康提醒",
    "班组论坛",
    "百姓关注",
    "教育时评",
    "乡村故事",
    "法治在线",
    "家国情怀",
    "记者手记",
    "对话",
    "科普园地",
    "消费警示",
    "身边的榜样",
    "基层治理新实践",
    "高质量发展调研行",
    "走进企业看发展",
    "冬季养生",
];
const COLUMNS_HANT: &[&str] = &[
    "獨家追蹤",
    "地方焦點",
    "治安亮紅燈",
    "國際瞭望",
    "投資停看聽",
    "人物專訪",
    "生活情報",
    "健康密碼",
    "教育現場",
    "校園話題",
    "港聞特寫",
    "社區動態",
    "文化廣場",
    "理財寶典",
];
/// The names of columns are put together of these and of what the table says they end with.
const THEMES: &str = "百姓 乡村 校园 环球 街坊 法治 文化 农家 社区 身边 企业 医者 市井 青春 城市 岗位 一线 教育 消费 民生";
const THEMES_HANT: &str = "百姓 鄉村 校園 環球 街坊 法治 文化 地方 社區 身邊 企業 醫者 市井 青春 城市 職場 教育 消費 民生 小鎮";
const UNITS: &[&str] = &[
    "河州市第三中学",
    "轧钢厂",
    "城关区",
    "市中医院",
    "县农业农村局",
    "检修车间",
    "经济管理学院",
    "望江区",
    "河州供电公司",
    "机械厂退休职工",
    "市农技推广中心农艺师",
    "红旗社区",
    "青山镇",
];
const UNITS_HANT: &[&str] = &["台北市", "大安區", "國小教師", "嘉義市", "中華大學", "板橋區"];
/// Characters of pen names.
const PEN: &str = "老半山边水石木心一默闲竹禾柴米康乐平舟远方青白云川江溪";
const PEN_HANT: &str = "老半山邊水石木心一默閒竹禾柴米康樂平舟遠方青白雲川江溪";
const PAPERS_HANT: &[&str] = &["本報", "商報", "維港日報", "城市日報"];

fn is_hant(table: &Table) -> bool {
    table.language == Language::TraditionalChinese
}

pub(super) fn name(table: &Table, chance: &mut Chance) -> String {
    let surnames: Vec<char> = table.surnames.as_str().chars().collect();
    let given: Vec<char> = if is_hant(table) { GIVEN_HANT } else { GIVEN }.chars().collect();
    let mut out = String::from(surnames[chance.below(surnames.len().min(160))]);
    for _ in 0..1 + usize::from(chance.percent(65)) {
        out.push(*chance.of(&given));
    }
    out
}

/// A name as bylines and credits have it: one of two characters is often padded to the width of three.
fn padded(table: &Table, chance: &mut Chance) -> String {
    let name = name(table, chance);
    let glyphs: Vec<char> = name.chars().collect();
    match glyphs[..] {
        [family, given] if chance.percent(40) => format!("{family}  {given}"),
        _ => name,
    }
}

fn pen_name(table: &Table, chance: &mut Chance) -> String {
    let glyphs: Vec<char> = if is_hant(table) { PEN_HANT } else { PEN }.chars().collect();
    let (one, other) = (*chance.of(&glyphs), *chance.of(&glyphs));
    match chance.below(3) {
        0 => format!("{one}  {other}"),
        1 => format!("{one}{other}"),
        _ => format!("{one}{other}{}", chance.of(&glyphs)),
    }
}

/// Some words of the article's own text, from one mark to the next.
fn clause(told: &Value, range: std::ops::Range<usize>, chance: &mut Chance) -> Option<String> {
    let mut paragraphs =
        told["body"].as_array().into_iter().flatten().filter_map(|block| block["text"].as_str());
    let text = paragraphs.nth(chance.below(2))?;
    let marks = [
        '，', '。', '；', '：', '、', '“', '”', '（', '）', ' ', '「', '」', '！', '？', '《',
        '》', ',',
    ];
    let clauses: Vec<&str> =
        text.split(marks).filter(|clause| range.contains(&clause.chars().count())).collect();
    (!clauses.is_empty()).then(|| (*chance.of(&clauses)).to_owned())
}

/// The name of a column.
pub(super) fn column(table: &Table, chance: &mut Chance) -> String {
    let hant = is_hant(table);
    if chance.percent(40) {
        return (*chance.of(if hant { COLUMNS_HANT } else { COLUMNS })).to_owned();
    }
    let themes: Vec<&str> = if hant { THEMES_HANT } else { THEMES }.split(' ').collect();
    let ends: Vec<&str> = table.column.iter().chain(table.column_ends).copied().collect();
    format!("{}{}", chance.of(&themes), chance.of(&ends))
}

pub(super) fn kicker(told: &Value, table: &Table, chance: &mut Chance) -> String {
    let hant = is_hant(table);
    let office = *chance.of(if hant { OFFICES_HANT } else { OFFICES });
    let column = column(table, chance);
    let nth = *chance.of(&["一", "二", "三", "四", "五"]);
    match chance.below(12) {
        0..4 => format!("{office}："),
        4 => format!("{office}——"),
        5 if hant => format!("〈{column}〉"),
        5 => format!("“{column}”系列谈之{nth}"),
        6 => format!("【{column}】"),
        7 => clause(told, 5..14, chance).unwrap_or(column),
        8 => (*chance.of(if hant { UNITS_HANT } else { UNITS })).to_owned(),
        _ => column,
    }
}

/// Most decks begin with a dash; others are a sentence of what the text says.
pub(super) fn deck(told: &Value, others: &[&Value], chance: &mut Chance) -> Option<String> {
    if chance.percent(50) {
        return clause(told, 10..28, chance);
    }
    let other = chance.of(others)["headline"].as_str().unwrap_or_default().replace(' ', "");
    (!other.is_empty()).then(|| format!("——{other}"))
}

/// A section heading, as the truth has it or as one of several alike.
pub(super) fn heading(text: &str, nth: usize, chance: &mut Chance) -> String {
    let whole = text.replace(' ', "");
    let number = ["一", "二", "三", "四"][nth % 4];
    let short: String = whole.chars().take(3).collect();
    match chance.below(12) {
        0 => format!("{number}、{whole}"),
        1 => format!("（{number}）{whole}"),
        2 => format!("第{number}关：{short}"),
        3 => format!("算好“{short}账” {}", whole.chars().rev().take(4).collect::<String>()),
        4 => whole.chars().take(5).collect(),
        5 => number.to_owned(),
        _ => text.to_owned(),
    }
}

pub(super) fn photographed(table: &Table, chance: &mut Chance) -> String {
    format!("{} {}", name(table, chance), if is_hant(table) { "攝" } else { "摄影报道" })
}

pub(super) fn byline(table: &Table, chance: &mut Chance) -> String {
    let (a, b) = (padded(table, chance), padded(table, chance));
    if is_hant(table) {
        let place = *chance.of(PLACES_HANT);
        return match chance.below(10) {
            0 => format!("記者{a}／{place}報導"),
            1 => format!("{a}／{place}報導"),
            2 => format!("文／{a}"),
            3 => format!("（{a}）"),
            4 => format!("{a}、{b}╱綜合報導"),
            5 => format!("◎{a}"),
            6 => format!("圖．文／{a}"),
            7 => pen_name(table, chance),
            8 => format!("本報記者 {a}"),
            _ => a,
        };
    }
    let unit = *chance.of(UNITS);
    match chance.below(20) {
        0 | 1 => format!("本报记者{a}"),
        2 => format!("本报记者 {a} {b}"),
        3 => format!("□ {a}"),
        4 => format!("□本报记者 {a} 本报通讯员 {b}"),
        5 => format!("■本报记者 {a}"),
        6 => format!("口{a}"),
        7 => format!("文/{a} 图/{b}"),
        8 => format!("{a} {b}"),
        9 => "本报评论员".to_owned(),
        10 => format!("本报记者 {a} 文/图"),
        11 => format!("{unit} {a}"),
        12 => pen_name(table, chance),
        13 => format!("本报记者 {a} 本报通讯员 {b} {}", padded(table, chance)),
        14 => format!("采写/摄影 本报记者 {a}"),
        15 => format!("本报评论员 {a}"),
        16 => format!("◎ {a}"),
        17 => format!("本报记者 {a} 见习记者 {b}"),
        18 => format!("文/本报记者 {a} 图/受访者提供"),
        _ => a,
    }
}

/// What stands before the first words of a text.
pub(super) fn opening(table: &Table, chance: &mut Chance) -> String {
    let (a, b) = (padded(table, chance), name(table, chance));
    let (month, day) = (1 + chance.below(12), 1 + chance.below(28));
    if is_hant(table) {
        let place = *chance.of(PLACES_HANT);
        let paper = *chance.of(PAPERS_HANT);
        return match chance.below(11) {
            0 => format!("〔記者{a}／{place}報導〕"),
            1 => format!("【{a}、{b}╱{place}報導】"),
            2 => format!("（中央社記者{a}{place}{day}日電）"),
            3 => format!("記者{a}／{place}報導"),
            4 => "【本報訊】".to_owned(),
            5 => format!("（{place}{day}日電）"),
            6 => format!("【{paper}訊】（記者 {a}）"),
            7 => format!("【{paper}專訊】（記者{a}）"),
            8 => format!("【本報記者{a}報道】"),
            9 => format!("【{paper}訊】記者{a}報道："),
            _ => format!("〔本報{place}{day}日電〕"),
        };
    }
    let place = *chance.of(PLACES);
    match chance.below(13) {
        0 | 1 => format!("本报讯（记者 {a}）"),
        2 => format!("本报讯 （记者{a} 通讯员{b}）"),
        3 => format!("本报{place}{month}月{day}日讯 记者{a}报道："),
        4 => format!("新华社{place}{month}月{day}日电（记者{a}、{b}）"),
        5 => format!("新华社{place}{month}月{day}日电 "),
        6 => "本报讯".to_owned(),
        7 => format!("（上接第{}版）", chance.of(&["一", "二", "三", "四"])),
        8 => format!("据新华社{place}{month}月{day}日电"),
        9 => format!("本报{month}月{day}日讯（记者 {a}）"),
        10 => format!("据法新社{place}{month}月{day}日电 "),
        11 => "本报综合消息 ".to_owned(),
        _ => format!("本报{place}{month}月{day}日电（记者{a}）"),
    }
}

/// What stands after the last words of a caption, if anything.
pub(super) fn picture_ending(table: &Table, chance: &mut Chance) -> Option<String> {
    let (a, b) = (padded(table, chance), name(table, chance));
    let hant = is_hant(table);
    Some(match chance.below(8) {
        0 if hant => format!("（記者{a}攝）"),
        0 => format!("（{a}摄）"),
        1 if hant => format!("圖／{a}"),
        1 => format!("{a} 摄"),
        2 if hant => format!("記者{a}攝"),
        2 => format!("本报记者 {a} 摄"),
        3 if !hant => format!("新华社记者 {a}摄"),
        4 if !hant => format!("（{a} {b} 摄影报道）"),
        5 if !hant => format!("本报通讯员 {a} 摄"),
        6 if !hant => format!("新华社发（{a} 摄）"),
        _ => return None,
    })
}

/// What stands after the last words of a text.
pub(super) fn ending(table: &Table, chance: &mut Chance) -> String {
    let (a, b) = (padded(table, chance), padded(table, chance));
    let hant = is_hant(table);
    let unit = *chance.of(if hant { UNITS_HANT } else { UNITS });
    match chance.below(9) {
        0 => format!("（{a}）"),
        1 => format!("（{a} {b}）"),
        2 if !hant => format!("（记者{a} 通讯员{b}）"),
        3 if !hant => format!("（本报记者 {a}）"),
        4 if !hant => format!("（下转第{}版）", chance.of(&["二", "三", "四", "5"])),
        5 if !hant => "（作者单位：河州市图书馆）".to_owned(),
        6 => format!("（{unit} {a}）"),
        7 => format!("{unit} {a}"),
        _ => format!("（{a}）"),
    }
}
