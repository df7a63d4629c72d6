//! Pages of known paragraphs, set to a column and damaged: line ends, a byte order mark and white space after
//! lines change nothing that is read, and nothing is lost.

#![no_main]

#[path = "../../tests/metamorphic/disguise.rs"]
mod disguise;
#[path = "../../tests/promise/mod.rs"]
mod promise;

use libfuzzer_sys::fuzz_target;
use tearsheet::Source;

fuzz_target!(|bytes: &[u8]| {
    let text = page(bytes);
    let document = disguise::read(&text);
    let source = Source::from_text("page", text.as_str());
    if let Err(broken) = promise::nothing_lost(source.text(), &document)
        .and_then(|()| promise::nothing_invented(source.text(), &document))
        .and_then(|()| disguise::same_in_every_disguise(&text))
    {
        panic!("{broken}\n{text:?}");
    }
});

/// What a page is set from; each is one paragraph or one line of a head.
const PIECES: &[&str] = &[
    "老茶厂里长出新果园",
    "本报记者 梁若川",
    "市政府：",
    "（上接第一版）",
    "（下转第二版）",
    "责任编辑：宫羽　版式设计：司徒岚　电话：0700-8210036",
    "本报讯（记者 王小明 通讯员 李红）从下周一起，市图书馆主馆的开放时间延长到晚上十点，自习座位增加到900个。",
    "走进岚川市青崖镇旧茶厂，三排红砖厂房的屋顶已经换成透光板，草莓、蓝莓和百香果沿着钢架一层层往上爬。",
    "“我们看中的是水。”乔守业告诉记者，茶厂后山有一眼泉，常年水温在14℃左右，夏天降温、冬天防冻都用得上。",
    "旧茶厂建于1978年，最红火时有工人260名。2016年停产以后，厂房闲置，院里的杂草长得比人还高。（乔新博）",
    "图为工人在检修设备。 本报记者 庄晓笛 摄",
    "Fish Market To Be Rebuilt",
    "By HELEN MARCH",
    "The harbour board voted on Monday to rebuild the old fish market, ending a long-awaited dis-\npute of six years.",
    "Der Reichstag hat gestern den Zuk-\nkerzoll beraten, und die Schiff-\nfahrt auf der Wehra ruht.",
];

/// What damage puts in the place of a character.
const ODD: &[&str] = &[
    "", " ", "\n", "\n\n", "\u{c}", "\u{3000}", "\t", "-", "”", "“", "（", "。", "\u{7}",
    "\u{200b}", "\u{feff}", "\u{fffd}", "⼀", "1", "a", "\u{a0}",
];

/// Four bytes a piece: which, how wide the column is, how it is set, what is damaged.
fn page(bytes: &[u8]) -> String {
    let mut out = String::new();
    for piece in bytes.chunks_exact(4).take(24) {
        let text = PIECES[usize::from(piece[0]) % PIECES.len()];
        let set = set(text, 7 + usize::from(piece[1]) % 54, piece[2]);
        out.push_str(&damaged(set, piece[2] >> 5, piece[3]));
    }
    // White space behind some lines tells that their rows go on; so here is none.
    let ends = ['\n', '\u{c}'];
    let bare = out.split_inclusive(ends).map(|line| {
        let content = line.trim_end_matches(ends);
        format!("{}{}", content.trim_end(), &line[content.len()..])
    });
    bare.collect()
}

/// Wraps a text; the bits of `how` say whether it is indented, spaced out, and what stands after it.
fn set(text: &str, measure: usize, how: u8) -> String {
    let mut out = String::from(if how & 1 > 0 { "\u{3000}\u{3000}" } else { "" });
    let mut left = measure - 2;
    for character in text.chars() {
        if left == 0 {
            out.push('\n');
            left = measure;
        }
        out.push(character);
        if how & 2 > 0 {
            out.push(' ');
        }
        left -= 1;
    }
    out + ["\n", "\n\n", "", "\u{c}"][usize::from(how >> 2 & 3)]
}

/// Puts something odd in the place of one character, if `which` says so.
fn damaged(text: String, which: u8, at: u8) -> String {
    if which == 0 {
        return text;
    }
    let place = usize::from(at) % text.chars().count().max(1);
    let odd = ODD[(usize::from(which) * 7 + usize::from(at)) % ODD.len()];
    let keep = |(index, character): (usize, char)| {
        if index == place { odd.to_owned() } else { character.to_string() }
    };
    text.chars().enumerate().map(keep).collect()
}
