//! More pages to learn from, made of the articles of the truths: shuffled, set at measures and in manners that
//! the cases lack, with forms and names of their own, so that what is learned is how pages are made and not
//! how these are.
//!
//! - `mod.rs`: a page: which articles, furniture, and in which order their blocks come;
//! - `article.rs`: an article: its head, its body, its forms;
//! - `han.rs`, `western.rs`: the forms of Chinese and of Western papers;
//! - `set.rs`: wrapping, spaces and blank lines, as extractors leave them.

mod article;
mod han;
mod set;
mod western;

use crate::chance::Chance;
use crate::label::Label;
use article::{Article, article};
use serde_json::Value;
use set::{Lines, Manner};
use tearsheet::language::Table;
use tearsheet::read::State;

/// A text and the label of each of its lines.
#[derive(Default)]
pub(crate) struct Made {
    pub(crate) text: String,
    pub(crate) labels: Vec<Label>,
}

/// Where heads are drawn.
#[derive(Clone, Copy)]
enum Heads {
    OverBodies,
    UnderBodies,
    AllFirst,
    AllLast,
    /// Each where the one who made the page drew it.
    Mixed,
}

/// What stands together on a page and is not parted.
pub(crate) struct Block {
    pub(crate) lines: Lines,
    /// The article that it belongs to, by its number on the page.
    pub(crate) article: Option<usize>,
}

/// So many pages made of the articles of `truths`, by the chance of `seed`.
pub(crate) fn pages(truths: &[&Value], table: &Table, count: usize, seed: u64) -> Vec<Made> {
    let articles: Vec<&Value> = truths
        .iter()
        .flat_map(|truth| truth["articles"].as_array().into_iter().flatten())
        .collect();
    let mut chance = Chance::new(0x7ea5 + seed);
    (0..count).map(|_| page(&articles, table, &mut chance)).collect()
}

fn page(articles: &[&Value], table: &Table, chance: &mut Chance) -> Made {
    let manner = Manner::new(chance);
    let heads = *chance.of(&[
        Heads::OverBodies,
        Heads::OverBodies,
        Heads::UnderBodies,
        Heads::AllFirst,
        Heads::AllLast,
        Heads::AllLast,
        Heads::Mixed,
    ]);
    let count = if chance.percent(15) { 1 } else { 2 + chance.below(10) };
    let (mut first, mut rest, mut last): (Vec<Block>, Vec<Block>, Vec<Block>) = Default::default();
    let mut tops: Vec<Block> = Vec::new();
    // A page of one article has no picture's caption for it, and is often but a scrap.
    let stories: Vec<&Value> =
        articles.iter().copied().filter(|article| article["kind"] != "photo").collect();
    let articles = if count == 1 { &stories } else { articles };
    // A few lines of text and nothing else, as somebody tries a tool with.
    let few = (count == 1 && chance.percent(30)).then(|| 1 + chance.below(4));
    for number in 0..count {
        let told = *chance.of(articles);
        let Article { mut head, mut body, whole } = article(told, articles, table, &manner, chance);
        if let Some(few) = few {
            head = None;
            body.truncate(1);
            body[0].lines.truncate(few);
        }
        head.iter_mut().chain(&mut body).for_each(|block| block.article = Some(number));
        if chance.percent(8) && body.len() > 1 {
            // What stands between two columns of one text.
            body.insert(1, furniture::line(table, &manner, chance));
        }
        let head = head.into_iter();
        let heads = match heads {
            Heads::Mixed => *chance.of(&[Heads::OverBodies, Heads::UnderBodies, Heads::AllLast]),
            heads => heads,
        };
        match heads {
            _ if whole => rest.extend(head.chain(body)),
            Heads::OverBodies => rest.extend(head.chain(body)),
            Heads::UnderBodies => rest.extend(body.into_iter().chain(head)),
            Heads::AllFirst | Heads::AllLast | Heads::Mixed => {
                tops.extend(head);
                rest.extend(body);
            }
        }
    }
    if chance.percent(60) {
        chance.shuffle(&mut tops);
    }
    match heads {
        Heads::AllFirst => first.append(&mut tops),
        _ => last.append(&mut tops),
    }
    let scrap = few.is_some() || count == 1 && chance.percent(60);
    let pieces = if scrap { 0 } else { chance.below(4) };
    for _ in 0..pieces {
        let piece = furniture::line(table, &manner, chance);
        match chance.below(3) {
            0 => first.insert(0, piece),
            1 => last.push(piece),
            _ => rest.insert(chance.below(rest.len() + 1), piece),
        }
    }
    let folio = furniture::folio(table, &manner, chance);
    match chance.below(2) {
        _ if scrap => {}
        0 => first.insert(0, folio),
        _ => last.push(folio),
    }
    let blocks = first.into_iter().chain(rest).chain(last);
    manner.set(blocks, chance)
}

mod furniture {
    //! Folios, slogans and the people who made the page.
    use super::article::name;
    use super::set::Manner;
    use super::{Block, Chance, State, Table, han, western};
    use tearsheet::Language;
    use tearsheet::language::Script;

    /// What a box that tells of other pages holds, and adverts.
    const BOXES: &[&[&str]] = &[
        &["今日导读", "我市出台十条措施稳就业 2版", "夏粮收购全面启动 3版", "让老街留住烟火气 5版"],
        &["导读", "省运会昨晚闭幕 ▶▶4版", "高考成绩今日公布 ▶▶6版"],
        &["遗失声明", "张丽遗失身份证，号码150302198809，声明作废。"],
        &["招租", "城关区中山路临街旺铺，建筑面积180平方米。", "联系电话：138 0473 5566"],
        &["新闻热线：0473-2055110", "投稿邮箱：hezhou@163.example", "线索一经采用，奖50至500元"],
        &["广告", "河州家电城周年庆", "全场八折起"],
    ];
    const SLOGANS: &[&str] = &[
        "牢记嘱托 感恩奋进",
        "讲文明 树新风",
        "感党恩 听党话 跟党走",
        "学习贯彻主题教育进行时",
        "新春走基层",
        "聚焦两会",
        "奋进新征程",
        "深读",
        "一线见闻",
        "短新闻",
        "国际论坛",
        "环球走笔",
        "多味斋",
        "百姓关注",
        "乡村振兴看变化",
        "高质量发展调研行",
        "优化营商环境",
        "微观",
        "时评",
        "副刊",
        "读者来信",
        "民生直通车",
    ];
    const SLOGANS_HANT: &[&str] = &[
        "獨家追蹤",
        "治安亮紅燈",
        "南台灣快訊",
        "國際瞭望",
        "地方焦點",
        "廣告",
        "財經",
        "影音生活",
        "焦點話題",
        "小品",
        "談薈",
        "本埠新聞",
        "特寫",
    ];
    const SECTIONS: &[&str] =
        &["要闻", "国际", "经济", "理论", "综合", "文化", "体育", "地方", "专题", "副刊"];
    const SECTIONS_HANT: &[&str] =
        &["要聞", "國際", "財經", "地方", "焦點", "生活", "體育", "文化", "綜合"];

    pub(super) fn line(table: &Table, manner: &Manner, chance: &mut Chance) -> Block {
        let hant = table.language == Language::TraditionalChinese;
        if table.language == Language::SimplifiedChinese && chance.percent(25) {
            let lines: Vec<String> = chance.of(BOXES).iter().map(|&line| line.to_owned()).collect();
            let lines = manner.head(&lines, State::Furniture, State::FurnitureOn);
            return Block { lines, article: None };
        }
        let text = match chance.below(6) {
            _ if table.script == Script::Latin => western::piece(table, chance),
            0 if hant => format!("責任編輯：{}", name(table, chance)),
            0 => format!("责任编辑：{} 版式：{}", name(table, chance), name(table, chance)),
            1 if hant => format!("電話：{}", 20_000_000 + chance.below(9_000_000)),
            1 => format!("新闻热线：0473-{}", 2_000_000 + chance.below(7_000_000)),
            2 if chance.percent(30) => han::column(table, chance),
            _ => (*chance.of(if hant { SLOGANS_HANT } else { SLOGANS })).to_owned(),
        };
        Block { lines: manner.head(&[text], State::Furniture, State::Furniture), article: None }
    }

    pub(super) fn folio(table: &Table, manner: &Manner, chance: &mut Chance) -> Block {
        if table.script == Script::Latin {
            let lines = western::folio(table, chance);
            let lines = manner.head(&lines, State::Furniture, State::Furniture);
            return Block { lines, article: None };
        }
        let hant = table.language == Language::TraditionalChinese;
        let section = *chance.of(if hant { SECTIONS_HANT } else { SECTIONS });
        let page = 1 + chance.below(16);
        let (month, day) = (1 + chance.below(12), 1 + chance.below(28));
        let week = chance.of(&["一", "二", "三", "四", "五", "六", "日"]);
        let year = 1985 + chance.below(40);
        let date = match chance.below(3) {
            _ if hant => format!("中華民國{}年{month}月{day}日 星期{week}", year - 1911),
            0 => format!("{year}.{month:02}.{day:02} 星期{week}"),
            _ => format!("{year}年{month}月{day}日 星期{week}"),
        };
        let page = match chance.below(4) {
            0 => format!("A{page:02} {section}"),
            1 => format!("{page:02} {section}"),
            2 => format!("第{page}版 {section}"),
            _ => format!("{page:02}"),
        };
        let lines =
            if chance.percent(30) { vec![format!("{page} {date}")] } else { vec![page, date] };
        Block { lines: manner.head(&lines, State::Furniture, State::Furniture), article: None }
    }
}
