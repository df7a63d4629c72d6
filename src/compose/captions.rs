//! Captions of a story's pictures. A picture without a head belongs to the story on its page that it tells of, by the
//! words that the two share and the other stories lack; else it is an item by itself.

use crate::document::{Article, ArticleKind, Block, Text};
use crate::line::{Numbers, Words};

/// By so many nats a caption must tell more of one story than of any other, and this share of all that its words could
/// tell must be of it. Of 77 captions of stories in invented papers 63 do, all of the right story; of 22 pictures that are
/// items by themselves, none.
const TELLS: f64 = 2.0;
const SHARE: f64 = 0.2;
/// What more stories have says next to nothing, and costs.
const COMMON: usize = 16;

/// Gives stories the captions of their pictures.
pub(super) fn give_to_stories(articles: &mut Vec<Article>) {
    let mut owners: Vec<Option<usize>> = vec![None; articles.len()];
    let mut first = 0;
    for page in articles.chunk_by(|one, other| one.pages.first() == other.pages.first()) {
        find_owners(page, first, &mut owners);
        first += page.len();
    }
    if owners.iter().all(Option::is_none) {
        return;
    }
    let mut captions: Vec<(usize, Article)> = Vec::new();
    let mut kept = Vec::with_capacity(articles.len());
    // Where each article that is kept stands now.
    let mut places = Vec::with_capacity(articles.len());
    for (article, owner) in std::mem::take(articles).into_iter().zip(owners) {
        places.push(kept.len());
        match owner {
            Some(owner) => captions.push((owner, article)),
            None => kept.push(article),
        }
    }
    for (owner, caption) in captions {
        let story = &mut kept[places[owner]];
        let texts =
            caption.body.into_iter().map(|Block { text, source, .. }| Text { text, source });
        story.captions.extend(texts);
        story.credits.extend(caption.credits);
        story.notes.extend(caption.notes);
    }
    *articles = kept;
}

/// Finds whose captions the pictures of a page are; `first` is the index of its first article.
fn find_owners(page: &[Article], first: usize, owners: &mut [Option<usize>]) {
    let captions: Vec<usize> = (0..page.len()).filter(|&at| is_picture_alone(&page[at])).collect();
    if captions.is_empty() {
        return;
    }
    // The words of each caption, by number, and the stories that have each.
    let mut numbers = Numbers::default();
    let mut words_of: Vec<Vec<u32>> = Vec::with_capacity(captions.len());
    for &at in &captions {
        let mut words = Vec::new();
        each_word(&page[at], |word| words.push(numbers.add(word)));
        words.sort_unstable();
        words.dedup();
        words_of.push(words);
    }
    let count = words_of.iter().flatten().max().map_or(0, |&last| last as usize + 1);
    let mut holders: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut stories = 0_usize;
    for (at, story) in page.iter().enumerate().filter(|(_, story)| story.kind != ArticleKind::Photo)
    {
        stories += 1;
        each_word(story, |word| {
            let Some(number) = numbers.of(word) else { return };
            let holders = &mut holders[number as usize];
            if holders.last() != Some(&at) {
                holders.push(at);
            }
        });
    }
    let mut told = vec![0.0; page.len()];
    for (at, words) in captions.into_iter().zip(words_of) {
        let mut tellable = 0.0;
        let mut spoken_of: Vec<usize> = Vec::new();
        for word in words {
            let holders = &holders[word as usize];
            let worth = (stories as f64 / holders.len().max(1) as f64).ln();
            tellable += worth;
            // What all stories have says nothing.
            let tells = holders.len() <= COMMON && holders.len() < stories;
            for &holder in holders.iter().filter(|_| tells) {
                if told[holder] == 0.0 {
                    spoken_of.push(holder);
                }
                told[holder] += worth;
            }
        }
        spoken_of.sort_unstable_by(|&one, &other| told[other].total_cmp(&told[one]));
        let of = |nth: usize| spoken_of.get(nth).map_or(0.0, |&holder| told[holder]);
        if of(0) - of(1) >= TELLS && of(0) >= tellable * SHARE {
            owners[first + at] = Some(first + spoken_of[0]);
        }
        for holder in spoken_of {
            told[holder] = 0.0;
        }
    }
}

fn is_picture_alone(article: &Article) -> bool {
    article.kind == ArticleKind::Photo
        && [&article.kicker, &article.headline, &article.subheadline]
            .into_iter()
            .all(Option::is_none)
        && article.bylines.is_empty()
        && article.dateline.is_none()
        && article.continued_from.is_none()
        && article.continued_on.is_none()
}

fn each_word(article: &Article, mut take: impl FnMut(u64)) {
    for block in &article.body {
        Words::default().each(&block.text, &mut take);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Span};

    fn article(kind: ArticleKind, text: &str) -> Article {
        Article {
            id: String::new(),
            kind,
            pages: vec![1],
            kicker: None,
            headline: None,
            subheadline: None,
            bylines: Vec::new(),
            dateline: None,
            body: vec![Block {
                kind: BlockKind::Paragraph,
                text: text.to_owned(),
                source: vec![Span::new(0, text.len())],
            }],
            captions: Vec::new(),
            credits: Vec::new(),
            notes: Vec::new(),
            continued_from: None,
            continued_on: None,
            confidence: 99,
        }
    }

    const DOCTOR: &str = "村医关德顺在青石岭行医四十年，三个账本记下欠账的乡亲。";
    const BRIDGE: &str = "跨江大桥昨日合龙，两岸居民出行时间缩短一半，年底通车。";
    const SCHOOL: &str = "实验小学的操场翻修完工，学生们下周起可以上体育课。";

    fn captions_of(page: &[(ArticleKind, &str)]) -> Vec<Vec<String>> {
        let mut articles: Vec<Article> =
            page.iter().map(|&(kind, text)| article(kind, text)).collect();
        give_to_stories(&mut articles);
        let texts = |article: Article| article.captions.into_iter().map(|text| text.text).collect();
        articles.into_iter().map(texts).collect()
    }

    #[test]
    fn a_picture_goes_to_the_story_that_it_tells_of() {
        use ArticleKind::{Photo, Story};
        let caption = "关德顺在青石岭给乡亲看病。";
        let page = [(Story, BRIDGE), (Photo, caption), (Story, DOCTOR), (Story, SCHOOL)];
        let none = Vec::<String>::new();
        assert_eq!(captions_of(&page), [none.clone(), vec![caption.to_owned()], none]);
    }

    #[test]
    fn a_picture_of_something_else_stays_an_item() {
        use ArticleKind::{Photo, Story};
        let caption = "市民昨日在公园赏梅，今年花期比往年早了十天。";
        let page = [(Story, BRIDGE), (Photo, caption), (Story, DOCTOR), (Story, SCHOOL)];
        assert_eq!(captions_of(&page).len(), 4);
    }

    #[test]
    fn a_picture_with_a_head_stays_an_item() {
        let mut articles = vec![
            article(ArticleKind::Story, BRIDGE),
            article(ArticleKind::Story, DOCTOR),
            article(ArticleKind::Photo, "关德顺在青石岭给乡亲看病。"),
        ];
        articles[2].headline =
            Some(Text { text: "账本".to_owned(), source: vec![Span::new(0, 6)] });
        give_to_stories(&mut articles);
        assert_eq!(articles.len(), 3);
    }

    #[test]
    fn a_word_of_all_stories_says_nothing() {
        use ArticleKind::{Photo, Story};
        let stories = [BRIDGE, DOCTOR, SCHOOL].map(|story| format!("{story}今年春天。"));
        let caption = "今年春天关德顺在青石岭给乡亲看病。";
        let mut page: Vec<_> = stories.iter().map(|story| (Story, story.as_str())).collect();
        page.push((Photo, caption));
        assert_eq!(captions_of(&page)[1], [caption]);
    }
}
