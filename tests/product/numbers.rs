//! Numbers that are read aloud: on random days every page, wall, script and form tells the same of
//! what was handed out and what came back, and that is what lies in the store.

use domain::round::RoundAct;
use minsheng::demo::DemoStage;

use super::ballot::review;
use super::hall::paired;
use super::steps::{do_it, newest, publish, tied, voter};
use crate::support::pdf::Pdf;
use crate::support::{Client, Hall, Page};

/// What is told of what came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Whole(u32),
    /// Slips brought so many, and papers wait.
    Waiting(u32),
}

fn number_at(text: &str) -> Option<(u32, &str)> {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    Some((text[..digits].parse().ok()?, &text[digits..]))
}

/// Everything that a squeezed text tells under a word: numbers, or the part and what waits.
fn all_told(text: &str, word: &str) -> Vec<Told> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(word) {
        if text[..at].ends_with('未') {
            continue;
        }
        let rest = &text[at + word.len()..];
        if let Some((number, _)) = number_at(rest) {
            found.push(Told::Whole(number));
        } else if let Some((number, rest)) = rest.strip_prefix("电子票").and_then(number_at) {
            assert!(rest.starts_with("，纸质票待清点"), "{rest:.40}");
            found.push(Told::Waiting(number));
        }
    }
    // 电子票收回 3 … 纸质票待清点, as walls and forms have it.
    for label in ["电子票收回", "电子票已投"] {
        if !label.ends_with(word) {
            continue;
        }
        for (at, _) in text.match_indices(label) {
            let rest = &text[at + label.len()..];
            let (number, rest) = number_at(rest).unwrap_or_else(|| panic!("{rest:.40}"));
            let waits = rest.contains("纸质票待清点") || rest.contains("纸质票请投入票箱");
            assert!(waits, "{rest:.60}");
            let place = found.iter().position(|one| *one == Told::Whole(number));
            found[place.unwrap()] = Told::Waiting(number);
        }
    }
    found
}

#[track_caller]
fn agrees(place: &str, text: &str, words: &[&str], issued: u32, came: Told) {
    let told: Vec<Told> = words.iter().flat_map(|word| all_told(text, word)).collect();
    assert!(!told.is_empty(), "{place} tells nothing: {text}");
    assert!(
        told.iter().all(|one| *one == came),
        "{place}: {told:?}, not {came:?}: {text}"
    );
    let handed = all_told(text, "发出");
    assert!(
        !handed.is_empty(),
        "{place} tells nothing of what was issued: {text}"
    );
    let is_right = |one: &Told| *one == Told::Whole(issued);
    assert!(
        handed.iter().all(is_right),
        "{place}: {handed:?}, not {issued}: {text}"
    );
}

/// The figures of a printed form, each under its name.
fn figures(form: &Pdf) -> Vec<(String, u32)> {
    let text = form.text();
    let rows: Vec<Vec<&str>> = text
        .lines()
        .map(|line| line.split_whitespace().collect())
        .filter(|row: &Vec<&str>| !row.is_empty())
        .collect();
    let mut found = Vec::new();
    for pair in rows.windows(2) {
        let numbers: Vec<u32> = pair[1]
            .iter()
            .filter_map(|word| word.parse().ok())
            .collect();
        if numbers.len() == pair[1].len() && numbers.len() == pair[0].len() {
            let names = pair[0].iter().map(|name| (*name).to_owned());
            found.extend(names.zip(numbers));
        }
    }
    found
}

/// A printed form tells the same.
#[track_caller]
fn prints(place: &str, form: &Pdf, issued: u32, came: Told) {
    let figures = figures(form);
    let of = |name: &str| -> Vec<u32> {
        let named = figures.iter().filter(|(found, _)| found == name);
        named.map(|(_, number)| *number).collect()
    };
    assert_eq!(of("发出"), [issued], "{place}: {figures:?}");
    let (label, other, number) = match came {
        Told::Whole(number) => ("收回", "电子票收回", number),
        Told::Waiting(number) => ("电子票收回", "收回", number),
    };
    assert_eq!(of(label), [number], "{place}: {figures:?}");
    assert!(of(other).is_empty(), "{place}: {figures:?}");
    let waits = matches!(came, Told::Waiting(_));
    assert_eq!(
        form.says("纸质票待清点"),
        waits,
        "{place}: {}",
        form.squeezed()
    );
}

/// A day: what happens is drawn from its seed.
struct Day {
    hall: Hall,
    clerk: Client,
    wall: (Client, String, Client),
    codes: Vec<String>,
    /// Slips exchanged for papers: the first ones.
    taken: usize,
    /// Whether the live messages are listened to as well.
    follows: bool,
    seed: u64,
}

/// What the day knows of a round.
#[derive(Clone, Copy)]
struct Facts {
    number: u32,
    issued: u32,
    slips: u32,
    papers: Option<u32>,
}

impl Facts {
    fn came(self, holds_papers: bool) -> Told {
        match self.papers {
            Some(papers) => Told::Whole(self.slips + papers),
            None if holds_papers => Told::Waiting(self.slips),
            None => Told::Whole(self.slips),
        }
    }
}

impl Day {
    fn begin(seed: u64) -> Self {
        let hall = Hall::seeded(DemoStage::Open, 15, seed);
        let codes = hall.made.slips.iter().map(|slip| slip.scanned.clone());
        let codes = codes.collect();
        let wall = paired(&hall);
        let clerk = hall.signed_in("qinghe-clerk");
        let mut day = Self {
            hall,
            clerk,
            wall,
            codes,
            taken: 0,
            follows: seed == 2,
            seed: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
        };
        day.taken = day.draw(5);
        day
    }

    /// A number below `end`.
    fn draw(&mut self, end: usize) -> usize {
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        usize::try_from(self.seed % u64::try_from(end).unwrap()).unwrap()
    }

    fn round(&self) -> i64 {
        newest(&self.hall).0
    }

    fn print_papers(&mut self, spare: usize) {
        let page = self.clerk.get("/count/1/account");
        let printed = (self.taken + spare).to_string();
        let page = self
            .clerk
            .submit(&page, "/papers/printed", &[("printed", &printed)]);
        assert_eq!(page.status, 200, "{}", page.text());
    }

    fn exchange(&mut self) {
        for code in &self.codes[..self.taken] {
            let page = self.clerk.get("/manage/sittings/1/desk");
            self.clerk
                .submit(&page, "/desk/take-slip", &[("code", code)]);
            let page = self.clerk.get("/manage/sittings/1/desk");
            let page = self.clerk.submit(&page, "/desk/give-paper", &[]);
            assert_eq!(page.status, 200, "{}", page.text());
        }
        if self.taken > 0 && self.draw(2) == 0 {
            let page = self.clerk.get("/count/1/account");
            let page = self
                .clerk
                .submit(&page, "/papers/spoilt", &[("reason", "写错")]);
            assert_eq!(page.status, 200, "{}", page.text());
        }
    }

    /// What the n-th deputy approves: a tie in the first round, or by chance.
    fn lines(&mut self, number: u32, n: usize, is_tied: bool) -> Vec<usize> {
        if number > 1 {
            return vec![usize::from(n < 9) + 1];
        }
        if is_tied {
            return tied(n);
        }
        (1..=6).filter(|_| self.draw(2) == 0).take(4).collect()
    }

    fn cast(&mut self, number: u32, voters: usize, is_tied: bool) {
        const FIELDS: [&str; 7] = ["", "m1", "m2", "m3", "m4", "m5", "m6"];
        for n in self.taken..self.taken + voters {
            let lines = self.lines(number, n, is_tied);
            let marks: Vec<(&str, &str)> = lines.iter().map(|line| (FIELDS[*line], "a")).collect();
            let mut phone = voter(&self.hall, &self.codes[n]);
            let page = review(&mut phone, &marks);
            let done = phone.submit(&page, "/ballot/1/cast", &[]);
            assert_eq!(done.path, "/ballot/1/done", "{}", done.text());
        }
    }

    fn count_papers(&mut self, returned: usize) {
        for who in ["qinghe-clerk", "qinghe-chief"] {
            let mut person = self.hall.signed_in(who);
            let page = person.get("/count/1/account");
            let boxes = returned.to_string();
            let set = [("boxes", boxes.as_str())];
            person.submit(&page, "/papers/returned", &set);
        }
    }

    fn type_papers(&mut self, number: u32, returned: usize, is_tied: bool) {
        let lines = if number > 1 { 2 } else { 6 };
        let keys: Vec<String> = (0..returned)
            .map(|n| {
                let approved = self.lines(number, n, is_tied);
                let key = |line| if approved.contains(&line) { '1' } else { '0' };
                (1..=lines).map(key).collect()
            })
            .collect();
        for who in ["qinghe-teller", "qinghe-teller-2"] {
            let mut teller = self.hall.signed_in(who);
            let page = teller.get(&format!("/count/rounds/{}/batches/1", self.round()));
            let names: Vec<String> = (1..=returned).map(|n| format!("paper-{n}")).collect();
            let counted = returned.to_string();
            let mut fields: Vec<(&str, &str)> = names
                .iter()
                .map(String::as_str)
                .zip(keys.iter().map(String::as_str))
                .collect();
            fields.push(("counted", &counted));
            let page = teller.submit(&page, "/type", &fields);
            assert_eq!(page.status, 200, "{}", page.text());
        }
    }

    fn text(&mut self, path: &str) -> String {
        let page = self.clerk.get(path);
        assert_eq!(page.status, 200, "{path}: {}", page.text());
        page.squeezed()
    }

    fn printed(&mut self, path: &str) -> Pdf {
        Pdf::of(&self.clerk.get(path))
    }

    fn on_the_wall(&mut self, scene: &str) -> String {
        let (screen, path, operator) = &mut self.wall;
        let token = operator.get("/manage/sittings/1/screens").value("token");
        let round = newest(&self.hall).0;
        let scene = format!("{scene}:{round}");
        let fields = [("token", token.as_str()), ("scene", scene.as_str())];
        let page = operator.post("/manage/screens/1", &fields);
        assert_eq!(page.status, 200, "{scene}: {}", page.text());
        screen.get(path).squeezed()
    }

    /// The store, read past the server, against what the day knows.
    fn stored(&self, facts: Facts) {
        let round = self.round();
        let account = self.hall.stored(&format!(
            "select group_concat(kind || ' ' || issued || ' ' || coalesce(returned, '-'), ', ') \
             from (select * from ballot_account where round = {round} order by kind)"
        ));
        let held = u32::try_from(self.taken).unwrap();
        let papers = match facts.papers {
            Some(papers) => papers.to_string(),
            None if held == 0 => "0".to_owned(),
            None => "-".to_owned(),
        };
        let slips = facts.issued - held;
        let wanted = format!("paper {held} {papers}, slip {slips} {}", facts.slips);
        assert_eq!(account, wanted);
    }

    /// Every place that tells the numbers of the newest round before its box is open.
    fn everywhere(&mut self, facts: Facts, stage: &str) {
        let (issued, came) = (facts.issued, facts.came(self.taken > 0));
        let both = ["收回", "已投"];
        let sheet = self.text("/manage/polls/1");
        agrees("the run-sheet", &sheet, &both, issued, came);
        let account = self.text("/count/1/account");
        let label = if stage == "open" { "已投" } else { "收回" };
        let start = format!("发出{issued}·{label}");
        let at = account
            .find(&start)
            .unwrap_or_else(|| panic!("{start}: {account}"));
        let sum = &account[at..];
        assert_eq!(all_told(sum, label).first(), Some(&came), "{sum}");
        self.script(facts);
        if self.follows && facts.papers.is_none() {
            self.live(facts, stage);
        }
        if stage == "open" {
            let wall = self.on_the_wall("voting");
            agrees("the wall", &wall, &["已投"], issued, came);
        } else {
            let wall = self.on_the_wall("closed") + &format!("发出{issued}");
            agrees("the wall", &wall, &["收回"], issued, came);
            let form = self.printed("/manage/polls/1/forms/account");
            prints("the printed account", &form, issued, came);
        }
    }

    /// The live messages, which move in steps of three seconds.
    fn live(&self, facts: Facts, stage: &str) {
        let (issued, came) = (facts.issued, facts.came(self.taken > 0));
        let path = format!("/manage/rounds/{}/live", self.round());
        // The office follows until the step that tells the last ballot; then both tell the same.
        let tells = |now: &str| {
            let now: serde_json::Value = serde_json::from_str(now).unwrap();
            now["returned"] == facts.slips
        };
        let told = self
            .clerk
            .listen_for(&path, "", |now| stage == "open" || tells(now));
        heard("the office's live numbers", &told, issued, came);
        // Its slip may be used: the phone follows all the same.
        let mut phone = self.hall.client();
        phone.get(&format!("/b/{}", self.codes.last().unwrap()));
        let told = phone.listen("/ballot/1/live", "", 1).pop().unwrap();
        heard("the phones' live numbers", &told, issued, came);
    }

    /// What the chair reads.
    fn script(&mut self, facts: Facts) {
        let (issued, came) = (facts.issued, facts.came(self.taken > 0));
        let script = self.text("/manage/polls/1/script");
        let told = match came {
            Told::Whole(returned) => {
                format!("发出{issued}张，收回{returned}张。收回不多于发出，投票有效。")
            }
            Told::Waiting(slips) => {
                format!("发出{issued}张，电子票收回{slips}张，纸质票待清点。")
            }
        };
        assert!(script.contains(&told), "{told}: {script}");
        let majority = if facts.number == 1 {
            "现在计票。过半数为8票。"
        } else {
            "现在计票。不设通过票数，得票多的入选。"
        };
        assert!(script.contains(majority), "{script}");
        for nonsense in ["为0票", "须得票0", "满0票"] {
            assert!(!script.contains(nonsense), "{nonsense}: {script}");
        }
    }

    /// Votes, closes, counts the newest round; checks every place at every step.
    fn hold(&mut self, number: u32, is_tied: bool) -> Facts {
        let left = 15 - self.taken;
        let is_whole = is_tied || number > 1;
        let voters = if is_whole { left } else { self.draw(left) + 1 };
        let returned = match self.taken {
            0 => 0,
            taken if is_whole => taken,
            taken => self.draw(taken) + 1,
        };
        self.cast(number, voters, is_tied);
        let mut facts = Facts {
            number,
            issued: 15,
            slips: u32::try_from(voters).unwrap(),
            papers: None,
        };
        if number == 1 && self.draw(2) == 0 {
            // Numbers move in steps: nobody sees the last ballots fall at once.
            let came = facts.came(self.taken > 0);
            for _ in 0..40 {
                let sheet = self.text("/manage/polls/1");
                if all_told(&sheet, "已投").contains(&came) {
                    break;
                }
                std::thread::sleep(std::time::Duration::from_millis(250));
            }
            self.everywhere(facts, "open");
        }
        do_it(&self.hall, &[RoundAct::CloseVote]);
        self.stored(facts);
        self.everywhere(facts, "closed");
        if self.taken > 0 {
            self.count_papers(returned);
            facts.papers = Some(u32::try_from(returned).unwrap());
            self.stored(facts);
            self.everywhere(facts, "closed");
        }
        do_it(&self.hall, &[RoundAct::ConfirmAccount]);
        let came = facts.came(false);
        let wall = self.on_the_wall("account");
        agrees("the wall's account", &wall, &["收回"], facts.issued, came);
        if returned > 0 {
            self.type_papers(number, returned, is_tied);
        }
        do_it(&self.hall, &[RoundAct::OpenBox]);
        let wall = self.on_the_wall("counting") + &format!("发出{}", facts.issued);
        agrees(
            "the wall while it is counted",
            &wall,
            &["收回"],
            facts.issued,
            came,
        );
        do_it(&self.hall, &[RoundAct::Count]);
        facts
    }

    /// Results of every counted round, each with its own account.
    fn results(&mut self, rounds: &[Facts], is_public: bool) {
        let office = self.text("/count/1");
        let mut pages = vec![("the office's result", office)];
        if is_public {
            let page = self.hall.client().get("/polls/1");
            pages.push(("the public result", page.squeezed()));
        }
        for (place, text) in pages {
            for facts in rounds {
                let own = section(&text, facts.number, rounds.len());
                let own = own.split("全体15名代表").next().unwrap();
                agrees(place, own, &["收回"], facts.issued, facts.came(false));
                let missing = facts.issued - facts.slips - facts.papers.unwrap_or(0);
                assert!(
                    own.contains(&format!("未收回{missing}有效")),
                    "{place}: {own}"
                );
                if let Some(papers) = facts.papers {
                    let parts = format!("其中电子票{}张，纸质票{papers}张", facts.slips);
                    assert!(own.contains(&parts), "{place}: {parts}: {own}");
                }
            }
        }
        for facts in rounds {
            let form = self.printed(&format!(
                "/manage/polls/1/forms/statement?round={}",
                facts.number
            ));
            prints("the printed report", &form, facts.issued, facts.came(false));
            assert_eq!(
                form.says("须得票"),
                facts.number == 1,
                "{}",
                form.squeezed()
            );
            let account = self.printed(&format!(
                "/manage/polls/1/forms/account?round={}",
                facts.number
            ));
            prints(
                "the printed account",
                &account,
                facts.issued,
                facts.came(false),
            );
        }
    }

    /// The signed text: each round with its own numbers.
    fn record(&mut self, rounds: &[Facts]) {
        let text = self
            .hall
            .stored("select text from statement order by version desc limit 1");
        let parts: Vec<&str> = text.split("\nround\t").skip(1).collect();
        assert_eq!(parts.len(), rounds.len());
        for (part, facts) in parts.iter().zip(rounds) {
            let Told::Whole(returned) = facts.came(false) else {
                panic!("papers wait");
            };
            for line in [
                format!("\nissued\t{}\n", facts.issued),
                format!("\nreturned\t{returned}\n"),
            ] {
                assert!(part.contains(&line), "{line}: {part}");
            }
        }
    }
}

/// The part of a page that is about a round.
fn section(text: &str, number: u32, of: usize) -> String {
    let start = format!("第{number}轮第");
    let from = if of > 1 || text.contains(&start) {
        text.find(&start)
            .unwrap_or_else(|| panic!("{start}: {text}"))
    } else {
        text.find("发出").unwrap()
    };
    let rest = &text[from..];
    let next = rest.find(&format!("第{}轮第", number + 1));
    rest[..next.unwrap_or(rest.len())].to_owned()
}

fn heard(place: &str, told: &str, issued: u32, came: Told) {
    let now: serde_json::Value = serde_json::from_str(told).unwrap();
    assert_eq!(now["issued"], issued, "{place}: {told}");
    let (number, waits) = match came {
        Told::Whole(number) => (number, false),
        Told::Waiting(number) => (number, true),
    };
    assert_eq!(now["returned"], number, "{place}: {told}");
    assert_eq!(now["papers"] == "waiting", waits, "{place}: {told}");
}

fn whole_day(seed: u64) {
    let mut day = Day::begin(seed);
    let is_tied = seed.is_multiple_of(2);
    day.print_papers(2);
    day.exchange();
    let mut rounds = vec![day.hold(1, is_tied)];
    day.results(&rounds, false);
    if is_tied {
        tie_is_told(&mut day);
        do_it(
            &day.hall,
            &[RoundAct::Freeze, RoundAct::Seal, RoundAct::StartIssuing],
        );
        day.print_papers(1);
        do_it(&day.hall, &[RoundAct::OpenVote]);
        rounds.push(day.hold(2, false));
        day.results(&rounds, false);
    }
    let sheet = day.text("/manage/polls/1");
    if sheet.contains("计票到此停止") {
        return; // chance tied them
    }
    do_it(&day.hall, &[RoundAct::Certify]);
    day.record(&rounds);
    publish(&day.hall);
    day.results(&rounds, true);
}

/// After a tie the result stands before everybody's eyes, with names and votes and ways on.
fn tie_is_told(day: &mut Day) {
    let page: Page = day.clerk.get("/manage/polls/1");
    let names = day.hall.stored(
        "select group_concat(p.name, '|') from (select name from round_line l join project p \
         on p.id = l.project where l.round = 1 and l.line_no in (4, 5) order by l.line_no) p",
    );
    let (fourth, fifth) = names.split_once('|').unwrap();
    let told = format!("第4项“{fourth}”、第5项“{fifth}”票数相等，各8票，只剩1个名额");
    assert!(page.says(&told), "{told}: {}", page.text());
    assert!(page.says("第1轮计票结果"), "{}", page.text());
    for link in ["href=\"/count/1\"", "href=\"/count/1#round-1\""] {
        assert!(page.html().contains(link), "{link}");
    }
    let forms = day.clerk.get("/manage/polls/1/forms");
    let link = "href=\"/manage/polls/1/forms/statement?round=1\"";
    assert!(forms.html().contains(link), "{}", forms.html());
}

// A test a day: they run beside each other.

#[test]
fn on_a_random_day_every_place_tells_what_was_handed_out_and_what_came_back() {
    whole_day(1);
}

#[test]
fn on_a_day_with_a_tie_every_place_and_every_live_number_tells_the_same() {
    whole_day(2);
}

#[test]
fn on_another_random_day_every_place_tells_the_same() {
    whole_day(3);
}

/// More days, for whoever changes what is told of numbers.
#[test]
#[ignore = "fifty days take minutes"]
fn on_fifty_days_every_place_tells_the_same() {
    for seed in 5..55 {
        whole_day(seed);
    }
}
