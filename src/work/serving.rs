//! The desk in a worker: questions in, what the work tells out.

use std::{cell::RefCell, rc::Rc};

use super::{
    desk::{Desk, Hearing},
    told::Told,
};
use crate::{
    browser::{
        tasks,
        workers::{Message, Reply, serve},
    },
    library::search::Hit,
};

/// Serves the page from now on.
pub fn start() {
    let desk = Rc::new(Desk::default());
    let opening = desk.clone();
    tasks::spawn(async move {
        opening.open().await;
        serve(move |question, reply| {
            answer(&opening, question, reply);
        });
    });
}

/// Answers a question at that desk, as soon as it can.
#[inline(never)] // An entry of the later part: it must stay a call.
pub fn answer(desk: &Rc<Desk>, question: Message, reply: Reply) {
    let desk = desk.clone();
    tasks::spawn(async move { answered(&desk, &question, &reply).await });
}

async fn answered(desk: &Rc<Desk>, question: &Message, reply: &Reply) {
    let telling = Rc::new(Telling { reply: reply.clone(), lines: RefCell::default() });
    let teller = telling.clone();
    let told: Hearing = Rc::new(move |told: Told| teller.tell(told));
    let mut last = Message::default();
    match question.text(0).as_str() {
        "import" => desk.import(question.named_files(2), question.number(1) > 0.0, &told).await,
        "load" => desk.load(question.texts(1), &told).await,
        "watch" => return desk.watch(told),
        "stop" => desk.stop(),
        "forget" => desk.forget(&question.texts(1)),
        "search" => last = last.with_text(&encoded(&desk.search(&question.text(1)))),
        "file" => {
            if let Some(file) = desk.file(&question.text(1)).await {
                last = last.with_bytes(&file.bytes);
            }
        }
        "collect" => desk.making.begin_collection(&question.text(1), &question.text(2)),
        "add" => {
            let bytes = question.bytes(3).unwrap_or_default();
            let added = desk.making.add(&question.text(1), &bytes, &question.text(2));
            last = last.with_number(f64::from(u8::from(added.is_ok())));
        }
        "workbook" => desk.making.begin_workbook(),
        "marks" => desk.making.put(&question.text(1)),
        "made" => {
            if let Some(file) = desk.making.finish() {
                last = last.with_bytes(&file);
            }
        }
        "hold" => desk.hold_again(&question.text(1), question.text(2)),
        _ => {}
    }
    telling.say_lines();
    reply.end(last);
}

/// Tells of what was read some files at a time: a message takes both sides a tenth of a millisecond, however short it is.
struct Telling {
    reply: Reply,
    lines: RefCell<Vec<String>>,
}

/// How many files are told of at once.
const TOLD_TOGETHER: usize = 16;

impl Telling {
    fn tell(&self, told: Told) {
        let Told::Indexed(lines) = told else { return self.reply.say(told.message()) };
        self.lines.borrow_mut().extend(lines);
        if self.lines.borrow().len() >= TOLD_TOGETHER {
            self.say_lines();
        }
    }

    fn say_lines(&self) {
        let lines = self.lines.take();
        if !lines.is_empty() {
            self.reply.say(Told::Indexed(lines).message());
        }
    }
}

/// Between hits, and between what is known of one.
const HIT: char = '\u{1d}';
const FIELD: char = '\u{1f}';

fn encoded(hits: &[Hit]) -> String {
    let mut text = String::with_capacity(hits.len() * 160);
    for hit in hits {
        let numbers = [hit.line, hit.place.0 as usize, hit.place.1 as usize];
        text.push_str(&hit.key);
        for number in numbers {
            text.push(FIELD);
            text.push_str(&number.to_string());
        }
        text.push(FIELD);
        text.extend(hit.excerpt.chars().filter(|c| !c.is_control()));
        text.push(HIT);
    }
    text
}

/// The hits that a worker found.
#[must_use]
pub fn decoded(text: &str) -> Vec<Hit> {
    let hit = |hit: &str| {
        let mut fields = hit.split(FIELD);
        let key = fields.next()?.to_owned();
        let mut number = || fields.next()?.parse::<u32>().ok();
        let (line, start, end) = (number()?, number()?, number()?);
        Some(Hit { key, line: line as usize, place: (start, end), excerpt: fields.next()?.to_owned() })
    };
    text.split(HIT).filter_map(hit).collect()
}

#[cfg(test)]
mod tests {
    use super::{decoded, encoded};
    use crate::library::search::Hit;

    #[test]
    fn hits_cross_as_they_are() {
        let hit = |key: &str, line| Hit {
            key: key.to_owned(),
            line,
            place: (3, 9),
            excerpt: "盈利\u{1d}预测".to_owned(),
        };
        let mut expected = vec![hit("a", 0), hit("b", 12)];
        let found = decoded(&encoded(&expected));
        expected.iter_mut().for_each(|hit| hit.excerpt = "盈利预测".to_owned());
        assert_eq!(found, expected);
        assert_eq!(decoded(""), []);
    }
}
