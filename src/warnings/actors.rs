//! Names that are ordinary words, and offices that nobody holds.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Places, Warning, WarningKind};
use crate::grammar::Class;
use crate::id::OfficeId;
use crate::phrase::{PhraseId, Slot};
use crate::rules::{Actor, NameKind, Role, Rules, Source, SourceRole};
use crate::words::fold;

fn places(sources: &[Source]) -> Places {
    Places::of(sources, |role| {
        matches!(role, SourceRole::Actors | SourceRole::Countries)
    })
}

/// Names of one word, of people, institutions and collectives, that the language's lists have too.
pub(super) fn ordinary_names(rules: &Rules, sources: &[Source]) -> Vec<Warning> {
    let places = places(sources);
    let mut warnings = Vec::new();
    for (number, name) in (0..).zip(&rules.actors.names) {
        if matches!(name.kind, NameKind::Country | NameKind::Capital) {
            continue;
        }
        let phrases = &rules.actors.name_phrases;
        let wordings = phrases.wordings(PhraseId(number), &rules.words, 1);
        let Some([Slot::Word(forms)]) = wordings.list.first().map(Vec::as_slice) else {
            continue;
        };
        let actor = &rules.actors.list[name.actor];
        warnings.extend(
            forms
                .iter()
                .filter(|form| is_ordinary(rules, form))
                .map(|form| Warning {
                    kind: WarningKind::OrdinaryName {
                        name: form.clone(),
                        actor: actor.id.clone(),
                    },
                    origin: places.get(actor.id.as_str()),
                }),
        );
    }
    warnings
}

/// Whether the language's lists have the word; honorifics and what counts as a name are not meant.
fn is_ordinary(rules: &Rules, form: &str) -> bool {
    let info = rules.grammar.info(rules.words.get(&fold(form)));
    !info.is_open() && !info.is(Class::Honorific)
}

/// Who held an office and when, or speaks for whoever does.
type Held<'r> = (&'r Actor, Option<&'r Role>);

/// Offices of a country or body that had a holder, or a house that speaks for one, and have none.
pub(super) fn vacant_offices(rules: &Rules, sources: &[Source], day: Date) -> Vec<Warning> {
    let places = places(sources);
    let mut offices: BTreeMap<(&OfficeId, &str), Vec<Held<'_>>> = BTreeMap::new();
    for actor in &rules.actors.list {
        for role in &actor.roles {
            let held = offices.entry((&role.office, &role.of)).or_default();
            held.push((actor, Some(role)));
        }
        if let Some((office, of)) = &actor.speaks_for {
            offices.entry((office, of)).or_default().push((actor, None));
        }
    }
    let vacant = offices.into_iter().filter(|(_, held)| {
        let mut terms = held.iter().filter_map(|(_, role)| *role);
        !terms.any(|role| role.covers(day))
    });
    vacant
        .map(|((office, of), held)| {
            let holders = held.iter().filter(|(_, role)| role.is_some());
            let last = holders.max_by_key(|(_, role)| role.and_then(|role| role.to));
            let named = last.or(held.first());
            Warning {
                kind: WarningKind::VacantOffice {
                    office: office.clone(),
                    of: of.to_owned(),
                    day,
                    last: last.map(|(actor, _)| actor.id.clone()),
                },
                origin: named
                    .map(|(actor, _)| places.get(actor.id.as_str()))
                    .unwrap_or_default(),
            }
        })
        .collect()
}
