//! A reading of an invented article, put together sentence by sentence.

use stances::id::{ActorId, PackId, PositionId};
use stances::reading::{ArticleInfo, Context, Holder, Named, Reading, Trace};
use stances::span::Place;
use stances::statement::{
    CueKind, Evidence, Grade, Manner, Passage, SCHEMA, Stance, Statement, When, stable_id,
};

/// id, full name, name in tables, role, whom they speak for.
const ACTORS: &[(&str, &str, &str, &str, Option<&str>)] = &[
    (
        "brandt",
        "Ulla Brandt",
        "Brandt",
        "Westmark, chancellor",
        None,
    ),
    (
        "council-of-ports",
        "Council of Ports",
        "Council of Ports",
        "",
        None,
    ),
    ("kolb", "Piet Kolb", "Kolb", "Westmark, envoy", None),
    ("orlan", "Jory Orlan", "Orlan", "Norland, president", None),
    ("tesk", "Mara Tesk", "Tesk", "Sudmark, prime minister", None),
    (
        "tesk-office",
        "Office of the Prime Minister",
        "Tesk's office",
        "Sudmark, government office",
        Some("tesk"),
    ),
    (
        "vey",
        "Aino Vey",
        "Vey",
        "Council of Ports, secretary",
        None,
    ),
];

/// An article and what is read out of it, put together line by line.
pub(crate) struct Story {
    reading: Reading,
    line: usize,
    at: usize,
}

impl Story {
    /// An article without a word so far.
    pub(crate) fn new(id: &str, title: &str) -> Self {
        let article = ArticleInfo {
            id: id.to_owned(),
            title: Some(title.to_owned()),
            date: None,
            outlet: None,
            path: format!("articles/{id}.txt"),
            lines: (1, 30),
        };
        Self {
            reading: Reading::empty(article),
            line: 1,
            at: 0,
        }
    }

    pub(crate) fn dated(mut self, date: &str, outlet: &str) -> Self {
        self.reading.article.date = Some(date.parse().unwrap());
        self.reading.article.outlet = Some(outlet.to_owned());
        self
    }

    /// One sentence on a line of its own: `"orlan truce-first for"` is read from
    /// `"Orlan said the <truce> {must come} first."`, where `{}` holds the cue and `<>` the matter.
    pub(crate) fn says(mut self, stance: &str, sentence: &str) -> Self {
        let [holder, position, side] = stance.split(' ').collect::<Vec<_>>().try_into().unwrap();
        self.line += 2;
        let text = sentence.replace(['{', '}', '<', '>'], "");
        let length = text.chars().count();
        let place = Place {
            start: self.at,
            end: self.at + length,
            line: self.line,
        };
        let id = stable_id(&[&self.reading.article.id, stance, &text]);
        let holder = self.name(holder);
        let position = PositionId::parse(position).unwrap();
        self.reading.positions_named.insert(position.clone());
        self.reading.statements.push(Statement {
            schema: SCHEMA,
            id,
            article: self.reading.article.id.clone(),
            title: self.reading.article.title.clone(),
            date: self.reading.article.date.map(|date| date.to_string()),
            outlet: self.reading.article.outlet.clone(),
            path: self.reading.article.path.clone(),
            mention: named(&text, &holder.short, self.at),
            holder_name: holder.name.clone(),
            on_roster: holder.on_roster,
            holder: holder.id,
            position,
            stance: if side == "for" {
                Stance::Supports
            } else {
                Stance::Opposes
            },
            conditional: false,
            condition: None,
            via: Vec::new(),
            manner: if text.contains('"') {
                Manner::Direct
            } else {
                Manner::Indirect
            },
            basis: CueKind::Wants,
            force: None,
            when: When::Now,
            grade: Grade::A,
            evidence: vec![Evidence { text, place }],
            speaker: None,
            cue: passage(sentence, ['{', '}'], self.at),
            matched: passage(sentence, ['<', '>'], self.at).unwrap(),
            rule: "strait/truce-first/names/1".to_owned(),
            pack: PackId::parse("strait").unwrap(),
            offsets: None,
        });
        self.at += length + 1;
        self
    }

    /// The same sentence gives another holder the same stance: a joint statement.
    pub(crate) fn and(mut self, holder: &str) -> Self {
        let holder = self.name(holder);
        let mut joint = self.reading.statements.last().unwrap().clone();
        joint.id = stable_id(&[&joint.id, holder.id.as_str()]);
        joint.holder_name = holder.name;
        joint.holder = holder.id;
        self.reading.statements.push(joint);
        self
    }

    pub(crate) fn on_condition(mut self, condition: &str) -> Self {
        self.last().conditional = true;
        self.last().condition = Some(condition.to_owned());
        self
    }

    pub(crate) fn via(mut self, reporters: &[&str]) -> Self {
        self.last().via = reporters.iter().map(|id| self.name(id).id).collect();
        self
    }

    pub(crate) fn grade(mut self, grade: Grade) -> Self {
        self.last().grade = grade;
        self
    }

    pub(crate) fn formerly(mut self) -> Self {
        self.last().when = When::Past;
        self
    }

    /// The last statement is too thin to count.
    pub(crate) fn in_doubt(mut self) -> Self {
        let statement = self.reading.statements.pop().unwrap();
        self.reading.doubtful.push(statement);
        self
    }

    pub(crate) fn explained(mut self, before: &str, after: &str, trace: [&str; 3]) -> Self {
        let id = self.last().id.clone();
        let context = Context {
            before: Some(before.to_owned()),
            after: Some(after.to_owned()),
        };
        self.reading.contexts.insert(id.clone(), context);
        let [who, side, what] = trace.map(str::to_owned);
        self.reading.traces.insert(
            id,
            Trace {
                who,
                side,
                what,
                condition: None,
            },
        );
        self
    }

    /// Somebody speaks of a matter with no side read.
    pub(crate) fn names(mut self, holder: &str, position: &str) -> Self {
        let (holder, position) = (self.name(holder).id, PositionId::parse(position).unwrap());
        self.reading.positions_named.insert(position.clone());
        self.reading.named.insert(Named { holder, position });
        self
    }

    /// Somebody is quoted or named.
    pub(crate) fn quotes(mut self, holder: &str) -> Self {
        self.name(holder);
        self
    }

    /// A matter is named, by nobody in particular.
    pub(crate) fn mentions(mut self, position: &str) -> Self {
        self.reading
            .positions_named
            .insert(PositionId::parse(position).unwrap());
        self
    }

    pub(crate) fn read(self) -> Reading {
        self.reading
    }

    fn last(&mut self) -> &mut Statement {
        self.reading.statements.last_mut().unwrap()
    }

    fn name(&mut self, id: &str) -> Holder {
        let actor = ACTORS.iter().find(|(other, ..)| *other == id);
        let (_, name, short, role, speaks_for) = actor.unwrap_or_else(|| panic!("no actor {id}"));
        let holder = Holder {
            id: ActorId::parse(id).unwrap(),
            name: (*name).to_owned(),
            short: (*short).to_owned(),
            role: (!role.is_empty()).then(|| (*role).to_owned()),
            speaks_for: speaks_for.map(|id| ActorId::parse(id).unwrap()),
            on_roster: true,
        };
        self.reading.holders.insert(holder.clone());
        holder
    }
}

fn passage(sentence: &str, [open, close]: [char; 2], at: usize) -> Option<Passage> {
    let (from, to) = (sentence.find(open)? + 1, sentence.find(close)?);
    let marks = |text: &str| text.chars().filter(|c| !"{}<>".contains(*c)).count();
    let start = at + marks(&sentence[..from]);
    let text = sentence[from..to].replace(['{', '}', '<', '>'], "");
    Some(Passage {
        end: start + text.chars().count(),
        text,
        start,
    })
}

/// Where the name stands in a sentence, if it does.
fn named(sentence: &str, name: &str, at: usize) -> Option<Passage> {
    let start = at + sentence[..sentence.find(name)?].chars().count();
    Some(Passage {
        text: name.to_owned(),
        start,
        end: start + name.chars().count(),
    })
}
