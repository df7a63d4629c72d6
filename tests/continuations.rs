//! Articles that jump to another page: joined where the marks and the words agree, and only there.

mod promise;

use tearsheet::{Document, Pipeline, Source};

/// Pages with the numbers that their files bear, or with none.
fn read(pages: &[(Option<usize>, &str)]) -> Document {
    let sources = pages.iter().map(|&(number, text)| (Source::from_text("page", text), number));
    let source = Source::join("issue", sources);
    let document = Pipeline::new().read(&source);
    promise::faithful(&source, &document).expect("the promises are kept");
    promise::mended_once(&document).expect("mended text needs no mending");
    document
}

/// The headlines of the articles, and the pages that each stands on.
fn articles(document: &Document) -> Vec<(&str, &[usize])> {
    let head = |article: &'_ tearsheet::Article| -> &'static str {
        // Only the first word is compared.
        match article.headline.as_ref().map_or("", |head| head.text.as_str()) {
            text if text.starts_with("老渡口") => "渡口",
            text if text.starts_with("新桥") => "新桥",
            text if text.starts_with("市图书馆") => "图书馆",
            _ => "",
        }
    };
    document.articles.iter().map(|article| (head(article), article.pages.as_slice())).collect()
}

const FERRY: &str = "\
老渡口迎来新码头
本报记者 贺兰

　　清晨的柳荫渡口，第一班轮渡鸣
响了汽笛。新码头昨天启用，候船室
从80平方米扩大到600平方米，渡船
也换成了电动船，一次能载120人。
　　渡口有一百四十年的历史。老船
工说，从前过江全靠摇橹，遇上大风
天，一等就是三天。 （下转第三版）
";
const FERRY_ON: &str = "\
老渡口迎来新码头

　　（上接第一版）如今，渡口两岸
修起了步道，每隔百米就有一块石碑，
刻着老地名和老故事。傍晚时分，来
散步的人比过江的人还多。
　　“船不能停。”市交通局负责人
表示，桥再多，渡口也要留着，老船
工的摇橹声是这座城市的记忆。
";
const LIBRARY: &str = "\
市图书馆延长开放时间
本报记者 云舒

　　从下周一起，市图书馆主馆的开
放时间延长到晚上十点，周末和节假
日不闭馆，自习座位增加到900个。
读者凭借书证可以预约座位，馆里还
为夜读的学生准备了热水和灯。 （下转第三版）
";
const LIBRARY_ON: &str = "\
市图书馆延长开放时间

　　（上接第一版）图书馆馆长介绍，
自习座位一直紧张，夜读的学生常在
楼梯上看书。延长开放以后，读者的
借书证还能在各区分馆通用，预约座
位也可以在手机上办理。
";

#[test]
fn the_halves_of_an_article_are_joined() {
    let document = read(&[(Some(1), FERRY), (Some(3), FERRY_ON)]);
    assert_eq!(articles(&document), [("渡口", &[1, 2][..])]);
    let article = &document.articles[0];
    assert!(article.continued_on.is_some() && article.continued_from.is_some(), "both marks stay");
    assert_eq!(article.paragraphs().count(), 4);
    assert_eq!(document.furniture.len(), 1, "the head is repeated: {:?}", document.furniture);
}

#[test]
fn of_several_each_goes_to_its_own() {
    let first = format!("{FERRY}\n{LIBRARY}");
    let third = format!("{LIBRARY_ON}\n{FERRY_ON}");
    let document = read(&[(Some(1), &first), (Some(3), &third)]);
    assert_eq!(articles(&document), [("渡口", &[1, 2][..]), ("图书馆", &[1, 2][..])]);
    assert!(document.articles[0].paragraphs().all(|text| !text.contains("图书馆")));
}

#[test]
fn another_page_than_the_marks_name_is_not_joined() {
    let document = read(&[(Some(1), FERRY), (Some(4), FERRY_ON)]);
    assert_eq!(document.articles.len(), 2);
    // Where no number is told, the order of the pages is no proof against it.
    let document = read(&[(None, FERRY), (None, FERRY_ON)]);
    assert_eq!(document.articles.len(), 1);
}

#[test]
fn texts_without_a_word_in_common_are_not_joined() {
    let document = read(&[(Some(1), FERRY), (Some(3), LIBRARY_ON)]);
    assert_eq!(articles(&document), [("渡口", &[1][..]), ("图书馆", &[2][..])]);
}

#[test]
fn two_that_fit_as_well_stay_apart() {
    let document = read(&[(Some(1), FERRY), (Some(3), FERRY_ON), (Some(3), FERRY_ON)]);
    assert_eq!(document.articles.len(), 3, "which is the rest cannot be told");
}

#[test]
fn on_one_page_nothing_is_joined() {
    let document = read(&[(Some(1), &format!("{FERRY}\n{FERRY_ON}"))]);
    assert_eq!(document.articles.len(), 2);
}

#[test]
fn a_paragraph_torn_by_the_page_is_one() {
    let torn = FERRY.replace("天，一等就是三天。 （下转", "天，一等就是三天，只好（下转");
    let on = FERRY_ON.replace("（上接第一版）如今，", "（上接第一版）在岸边的小店过夜，如今，");
    let document = read(&[(Some(1), &torn), (Some(3), &on)]);
    assert_eq!(document.articles.len(), 1);
    let texts: Vec<&str> = document.articles[0].paragraphs().collect();
    assert_eq!(texts.len(), 3);
    assert!(texts[1].contains("只好在岸边的小店过夜"), "{}", texts[1]);
}

#[test]
fn english_jumps_are_joined() {
    let first = "\
Old Ferry Gets New Landing
By Ann Miller

   The first boat blew its whistle at
Willow Ferry yesterday morning, and the
new landing opened with a waiting room
of six hundred square feet for the
passengers who cross the river daily.
   Boatmen remember storms when nobody
crossed for three days. Continued on page 3
";
    let third = "\
Old Ferry Gets New Landing

   Continued from page 1
   Passengers now walk along the river
on a path with stones that tell of the
boatmen and their storms. The ferry must
not stop, said the mayor, however many
bridges the river gets.
";
    let document = read(&[(Some(1), first), (Some(3), third)]);
    let joined: Vec<_> =
        document.articles.iter().filter(|article| article.pages.len() == 2).collect();
    assert_eq!(joined.len(), 1, "{:#?}", document.articles);
}

const LANDING: &str = "\
Old Ferry Gets New Landing
By Ann Miller

   The first boat blew its whistle at
Willow Ferry yesterday morning, and the
new landing opened with a waiting room
of six hundred square feet for the
passengers who cross the river daily.
   Boatmen remember storms when nobody
crossed for three days and the whole
See FERRY, page 3
";
const LANDING_ON: &str = "\
FERRY
From page 1

town waited at the landing for a boat.
   Passengers now walk along the river
on a path with stones that tell of the
boatmen and their storms. The ferry must
not stop, said the mayor, however many
bridges the river gets.
";
const HALL: &str = "\
Council Votes for a Larger Hall
By John Baker

   The council voted last night for a
larger hall with room for two hundred
chairs, after three hours of debate in
which the cost was called a scandal by
two members who left before the vote.
   The plan goes to the county next and
the architect is to show drawings in the
See HALL, page 3
";
const HALL_ON: &str = "\
HALL
From page 1

spring, when the money is to be found by
a bazaar and a loan from the savings bank.
   The members who left the debate said
that they would ask the county to refuse
the plan of the architect.
";

#[test]
fn the_word_of_a_jump_brings_halves_together() {
    let (first, third) = (format!("{LANDING}\n{HALL}"), format!("{HALL_ON}\n{LANDING_ON}"));
    for document in [
        read(&[(Some(1), &first), (Some(3), &third)]),
        read(&[(None, &first), (None, &third)]),
        // An issue without form feeds.
        read(&[(None, &format!("{first}\n{third}"))]),
    ] {
        assert_eq!(document.articles.len(), 2, "{:#?}", document.articles);
        let word =
            |mark: &Option<tearsheet::Jump>| mark.as_ref().and_then(|mark| mark.word.clone());
        let words: Vec<_> =
            document.articles.iter().filter_map(|article| word(&article.continued_on)).collect();
        assert_eq!(words, ["FERRY", "HALL"]);
        let texts: Vec<&str> = document.articles[0].paragraphs().collect();
        assert_eq!(texts.len(), 3, "{texts:#?}");
        assert!(texts[1].contains("the whole town waited"), "{}", texts[1]);
    }
}

#[test]
fn a_word_torn_by_the_page_is_one() {
    let torn = LANDING.replace("the whole\n", "the har-\n");
    let document =
        read(&[(Some(1), &torn), (Some(3), &LANDING_ON.replace("town waited", "bour waited"))]);
    let texts: Vec<&str> = document.articles[0].paragraphs().collect();
    assert!(texts[1].contains("and the harbour waited"), "{texts:#?}");
    let hyphens = document.repairs.iter().filter(|one| one.kind == tearsheet::RepairKind::Hyphen);
    assert_eq!(hyphens.count(), 1);
}

#[test]
fn german_and_french_jumps_are_joined() {
    let german = [
        "\
Neue Brücke über den Fluß
Von Peter Maier

   Der Gemeinderat hat gestern den Bau
einer neuen Brücke über den Fluß
beschlossen, die im nächsten Jahr für
den Verkehr eröffnet werden soll und
die alte Fähre ersetzt.
   Die Fährleute fürchten um ihre Arbeit
und wollen den Gemeinderat verklagen,
sagte ihr Obmann am Abend. (Fortsetzung auf Seite 3)
",
        "\
Neue Brücke über den Fluß

   (Fortsetzung von Seite 1) Der Bau der
Brücke kostet zwei Millionen Mark, die
der Kreis und die Gemeinde teilen. Die
Fährleute sollen an der Brücke als
Wärter angestellt werden, heißt es im
Gemeinderat.
",
    ];
    let french = [
        "\
Un nouveau pont sur la rivière
Par Claire Moreau

   Le conseil municipal a voté hier la
construction d'un nouveau pont sur la
rivière, qui sera ouvert à la circulation
dans un an et remplacera le vieux bac.
   Les passeurs craignent pour leur
travail et veulent porter plainte, a dit
leur doyen. (Suite en page 3)
",
        "\
Un nouveau pont sur la rivière

   (Suite de la page 1) La construction du
pont coûte deux millions de francs, que
le canton et la commune partagent. Les
passeurs seront gardiens du pont, dit-on
au conseil municipal.
",
    ];
    for [first, third] in [german, french] {
        let document = read(&[(Some(1), first), (Some(3), third)]);
        let joined = document.articles.iter().filter(|article| article.pages.len() == 2);
        assert_eq!(joined.count(), 1, "{:#?}", document.articles);
    }
}

const FERRY_ON_AND_ON: &str = "\
老渡口迎来新码头

　　（上接第一版）如今，渡口两岸
修起了步道，每隔百米就有一块石碑，
刻着老地名和老故事。傍晚时分，来
散步的人比过江的人还多。老船工的
轮渡还在走。 （下转第五版）
";
const FERRY_END: &str = "\
老渡口迎来新码头

　　（上接第三版）“船不能停。”市
交通局负责人表示，桥再多，渡口也
要留着，老船工的摇橹声和轮渡的汽
笛是这座城市的记忆。
";

#[test]
fn an_article_may_jump_twice() {
    let document = read(&[(Some(1), FERRY), (Some(3), FERRY_ON_AND_ON), (Some(5), FERRY_END)]);
    assert_eq!(articles(&document), [("渡口", &[1, 2, 3][..])]);
    let article = &document.articles[0];
    let page = |mark: &Option<tearsheet::Jump>| mark.as_ref().and_then(|mark| mark.page.clone());
    assert_eq!(page(&article.continued_on).as_deref(), Some("第三版"));
    assert_eq!(article.notes.len(), 2, "the marks between: {:?}", article.notes);
}

#[test]
fn whatever_stands_together_the_promises_are_kept() {
    let pieces =
        [FERRY, FERRY_ON, LIBRARY, LIBRARY_ON, FERRY_ON_AND_ON, FERRY_END, "第三版\n", "\u{c}", ""];
    let mut random = 1_u32;
    let mut next = |most: usize| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 16) as usize % most
    };
    for _ in 0..60 {
        let pages: Vec<(Option<usize>, String)> = (0..next(5) + 1)
            .map(|index| {
                let text = (0..next(3) + 1).map(|_| pieces[next(pieces.len())]).collect();
                (Some(2 * index + 1).filter(|_| index % 2 == next(2)), text)
            })
            .collect();
        let pages: Vec<_> = pages.iter().map(|(page, text)| (*page, text.as_str())).collect();
        read(&pages);
    }
}

#[test]
fn a_rest_without_a_body_tears_nothing() {
    let open = FERRY.replace("120人。", "120人");
    for rest in ["\n（上接第一版）\n（贺兰）\n", "\n　　（上接第一版）　（完）\n"]
    {
        let rest = format!("老渡口迎来新码头\n{rest}");
        let document = read(&[(Some(1), &open), (Some(3), &rest)]);
        let ferry = &document.articles[0];
        assert_eq!(ferry.paragraphs().count(), 2, "{rest}");
    }
}

#[test]
fn line_ends_of_any_kind_are_line_ends() {
    let issue = format!("{LANDING}\n{HALL}\n\u{c}{LANDING_ON}\n{HALL_ON}");
    let joined = |text: &str| tearsheet::read(text).articles.len();
    let with = |end: &str| joined(&issue.replace('\n', end));
    assert_eq!(joined(&issue), 2);
    assert_eq!([with("\r"), with("\r\n"), with("\u{2028}")], [2; 3]);
}
