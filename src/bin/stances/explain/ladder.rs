//! One cell: the gates that every place of its matter passed, and the first that it failed.
//!
//! Every place where the matter is named climbs the same ladder: named, counted, asked or told,
//! meant, unconditional, wished, and wished by the holder. Where it stops, the place in the rules
//! that would change that is told.

use std::collections::BTreeSet;
use std::io::{self, Write};

use stances::analyze::PackAnalysis;
use stances::attribution::{Member, MemberId};
use stances::matching::{Match, Reason};
use stances::rules::{Pack, PhraseKind};
use stances::stance::{Finding, Gate, Verdict};
use stances::statement::Stance;

use super::matters::{Place, around, places};
use super::remedy::{file_of, remedy};
use super::{Explained, sentence, unread, words};
use crate::hint::did_you_mean;

/// Writes the ladder of a holder on a position, for every sentence that names the matter.
pub(super) fn write(
    out: &mut dyn Write,
    of: &Explained,
    holder: &str,
    position: &str,
) -> io::Result<()> {
    let Some(who) = find(of, holder) else {
        let cast = of.analysis.attributed.cast.members.iter();
        let known: BTreeSet<_> = cast.map(|member| member.id.as_str()).collect();
        let hint = did_you_mean(holder, known.iter().copied());
        let known = known.into_iter().collect::<Vec<_>>().join(", ");
        let hint = if hint.is_empty() {
            "; named".to_owned()
        } else {
            format!("{hint} Named")
        };
        let known = format!("NO: nobody here goes by `{holder}`{hint} are {known}");
        step(out, 1, "named", &known)?;
        return change(out, "names in actors/");
    };
    let places = places(of, position);
    let holds = |one: &&Place| one.findings().any(|found| found.holder.who == who);
    let shown = places.iter().filter(holds).count();
    let id = &of.member(who).id;
    let all = places.len();
    writeln!(
        out,
        "{id} on {position}: a stance in {shown} of {all} places that name it"
    )?;
    let unread = pack_of(of, position).and_then(|pack| {
        let why = unread::why(pack, of.analysis, of.article.date);
        why.map(|why| (&pack.id, why))
    });
    if let Some((pack, (told, keys))) = unread {
        step(out, 1, "named", &format!("NO: not read for {pack}: {told}"))?;
        return change(out, &format!("{keys} in {pack}/pack.toml"));
    }
    if places.is_empty() {
        step(
            out,
            1,
            "named",
            &format!("NO: no phrase of {position} stands here"),
        )?;
        return change(out, &format!("names in {}", file_of(of, position)));
    }
    for place in places {
        let ladder = Ladder {
            of,
            pack: place.pack,
            who,
        };
        ladder.write(out, &place)?;
    }
    Ok(())
}

/// The pack that a position is of.
fn pack_of<'a>(of: &Explained<'a>, position: &str) -> Option<&'a Pack> {
    let is_its = |pack: &&Pack| pack.positions.iter().any(|one| one.id.as_str() == position);
    of.rules.packs.iter().find(is_its)
}

/// The member of the cast that goes by an id or a name.
fn find(of: &Explained, typed: &str) -> Option<MemberId> {
    let cast = &of.analysis.attributed.cast.members;
    let typed = typed.to_lowercase();
    let is_meant = |member: &Member| {
        let name = member.name.to_lowercase();
        member.id.as_str() == typed || name == typed || member.family == typed
    };
    cast.iter().position(is_meant).map(MemberId)
}

/// What a gate asks, in the order in which they stand.
const GATES: [(&str, &[Gate]); 6] = [
    ("told", &[Gate::Question]),
    ("meant", &[Gate::Void]),
    (
        "certain",
        &[Gate::Condition, Gate::Price, Gate::Waits, Gate::Reason],
    ),
    (
        "wished",
        &[
            Gate::Wish,
            Gate::Unreal,
            Gate::Possible,
            Gate::Deed,
            Gate::Tally,
            Gate::Told,
        ],
    ),
    ("by whom", &[Gate::Holder, Gate::Private, Gate::Barred]),
    ("settled", &[Gate::Outweighed]),
];

struct Ladder<'a> {
    of: &'a Explained<'a>,
    pack: &'a PackAnalysis<'a>,
    who: MemberId,
}

impl Ladder<'_> {
    fn write(&self, out: &mut dyn Write, place: &Place) -> io::Result<()> {
        let (of, matter) = (self.of, place.matter);
        let sentence = &of.analysis.text.sentences[matter.sentence];
        let line = of.line(matter.sentence);
        writeln!(out, "\nline {line}: {}", of.words(&sentence.tokens))?;
        step(out, 1, "named", &sentence::named(of, self.pack, matter))?;
        let verdict = match place.outcome {
            Ok(verdict) => verdict,
            Err(reason) => return self.dropped(out, matter, reason),
        };
        step(out, 2, "counted", "yes")?;
        step(out, 3, "words of", &self.words_of(matter))?;
        match verdict {
            Verdict::Closed(gate) => self.closed(out, matter, *gate),
            Verdict::Found(findings) => self.found(out, matter, findings),
        }
    }

    fn dropped(&self, out: &mut dyn Write, matter: &Match, reason: &Reason) -> io::Result<()> {
        let why = words::reason(reason, self.pack.pack);
        step(out, 2, "counted", &format!("NO: {why}"))?;
        let phrases = &self.pack.pack.phrases;
        let phrase = match reason {
            Reason::Ignored(phrase) => *phrase,
            Reason::Alone
            | Reason::Unless
            | Reason::OffTopic
            | Reason::Shorter
            | Reason::Joined
            | Reason::Parted => matter.phrase,
        };
        change(out, &words::place(&phrases[phrase].origin))
    }

    /// In whose words the matter stands.
    fn words_of(&self, matter: &Match) -> String {
        let around = around(self.of, matter);
        let speakers: Vec<_> = around
            .iter()
            .filter(|one| !one.speakers.is_empty())
            .map(|one| self.of.mentions(&one.speakers))
            .collect();
        if speakers.is_empty() {
            "the reporter".to_owned()
        } else {
            speakers.join(", as said by ")
        }
    }

    fn closed(&self, out: &mut dyn Write, matter: &Match, gate: Gate) -> io::Result<()> {
        for (number, (name, gates)) in (4..).zip(GATES) {
            if gates.contains(&gate) {
                step(out, number, name, &format!("NO: {gate}"))?;
                break;
            }
            step(out, number, name, "yes")?;
        }
        change(out, &remedy(self.of, self.pack, matter, gate))
    }

    fn found(&self, out: &mut dyn Write, matter: &Match, found: &[Finding]) -> io::Result<()> {
        for (number, name) in (4..).zip(["told", "meant", "certain"]) {
            step(out, number, name, "yes")?;
        }
        let own = found.iter().find(|one| one.holder.who == self.who);
        let Some(shown) = own.or(found.first()) else {
            return Ok(());
        };
        step(out, 7, "wished", &self.wish(shown))?;
        if own.is_some() {
            step(out, 8, "by whom", &self.of.mention(&shown.holder))?;
            let stance = sentence::finding(self.of, self.pack, shown);
            return writeln!(out, "  STANCE    {stance}");
        }
        let others: Vec<_> = found
            .iter()
            .map(|one| self.of.mention(&one.holder))
            .collect();
        let others = others.join(" and ");
        let id = &self.of.member(self.who).id;
        let no = format!("NO: the wish is that of {others}, not of {id}");
        step(out, 8, "by whom", &no)?;
        if !self.is_present(matter) {
            return change(
                out,
                &format!("nothing: {id} neither speaks nor is named here"),
            );
        }
        let cue = shown.cue_rule.map(|rule| &self.of.rules.lexicon.cues[rule]);
        let place = cue.map_or_else(
            || "names and roles in actors/".to_owned(),
            |cue| format!("`holder` of the cue at {}", words::place(&cue.origin)),
        );
        change(out, &place)
    }

    /// Whether the holder speaks the sentence or is named in it.
    fn is_present(&self, matter: &Match) -> bool {
        let named = self.of.analysis.attributed.mentions[matter.sentence].iter();
        let speakers = around(self.of, matter).into_iter().map(|one| &one.speakers);
        let mut all = named.chain(speakers).flatten();
        all.any(|mention| mention.who == self.who)
    }

    /// The deciding act, and what turned its side.
    fn wish(&self, one: &Finding) -> String {
        let phrase = &self.pack.pack.phrases[one.at.phrase];
        let base = match phrase.kind {
            PhraseKind::Names | PhraseKind::For | PhraseKind::Ignore => Stance::Supports,
            PhraseKind::Opposite | PhraseKind::Against => Stance::Opposes,
        };
        let Some((rule, cue)) = one.cue_rule.zip(one.cue.as_ref()) else {
            let own = match phrase.kind {
                PhraseKind::For | PhraseKind::Against => "the phrase takes a side by itself",
                PhraseKind::Names | PhraseKind::Opposite | PhraseKind::Ignore => {
                    "the verb of the phrase, or the construction around it"
                }
            };
            return format!("{own}{}", turned(base, one.stance));
        };
        let rule = &self.of.rules.lexicon.cues[rule];
        let meant = if rule.side == Some(Stance::Opposes) {
            base.negated()
        } else {
            base
        };
        format!(
            "\"{}\": {}, {}{}  {}",
            self.of.words(cue),
            words::meaning(rule),
            words::whose(rule),
            turned(meant, one.stance),
            words::place(&rule.origin)
        )
    }
}

fn turned(meant: Stance, stance: Stance) -> &'static str {
    if meant == stance {
        ""
    } else {
        ", turned by a negation, a threat or another cue"
    }
}

fn step(out: &mut dyn Write, number: usize, name: &str, told: &str) -> io::Result<()> {
    writeln!(out, "{number} {name:9} {told}")
}

fn change(out: &mut dyn Write, place: &str) -> io::Result<()> {
    writeln!(out, "  change    {place}")
}
