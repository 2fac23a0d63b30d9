//! Checks who holds which office, of what, and when.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::Compiler;
use crate::rules::Actors;
use crate::rules::fault::{FaultKind, did_you_mean};
use crate::rules::file::{RoleFile, Text};
use crate::rules::folder::{Folder, Placed};

/// An office held by someone for a time.
struct Term<'f> {
    holder: &'f str,
    source: usize,
    role: &'f RoleFile,
    from: Date,
    to: Date,
}

/// Reports offices and bodies that nobody knows, and offices that two people hold on one day.
pub(crate) fn check(folder: &Folder, actors: &Actors, compiler: &mut Compiler<'_, '_>) {
    let mut terms: BTreeMap<(&str, &str), Vec<Term<'_>>> = BTreeMap::new();
    for Placed {
        source,
        value: person,
    } in &folder.people.list
    {
        for party in &person.parties {
            actor(actors, *source, party, compiler);
        }
        for role in &person.roles {
            known(folder, actors, *source, (&role.office, &role.of), compiler);
            if let Some(term) = term(person.id.get_ref(), *source, role, compiler) {
                terms
                    .entry((role.office.get_ref(), role.of.get_ref()))
                    .or_default()
                    .push(term);
            }
        }
    }
    let groups = folder
        .institutions
        .list
        .iter()
        .chain(&folder.collectives.list);
    for Placed {
        source,
        value: group,
    } in groups
    {
        if let Some(speaks_for) = &group.speaks_for {
            known(
                folder,
                actors,
                *source,
                (&speaks_for.office, &speaks_for.of),
                compiler,
            );
        }
        for member in &group.members {
            body(actors, *source, member, compiler);
        }
        for same in &group.same_as {
            actor(actors, *source, same, compiler);
        }
    }
    for Placed {
        source,
        value: title,
    } in &folder.titles
    {
        if let Some(stands_for) = &title.stands_for {
            let named = (&stands_for.office, &stands_for.of);
            known(folder, actors, *source, named, compiler);
        }
    }
    for Placed {
        source,
        value: country,
    } in &folder.countries.list
    {
        if let Some(leader) = &country.leader {
            office(folder, *source, leader, compiler);
        }
    }
    for ((office, _), terms) in &terms {
        if folder
            .offices
            .get(office)
            .is_some_and(|office| office.value.one)
        {
            overlaps(terms, compiler);
        }
    }
}

fn known(
    folder: &Folder,
    actors: &Actors,
    source: usize,
    (id, of): (&Text, &Text),
    compiler: &mut Compiler<'_, '_>,
) {
    office(folder, source, id, compiler);
    body(actors, source, of, compiler);
}

fn actor(actors: &Actors, source: usize, named: &Text, compiler: &mut Compiler<'_, '_>) {
    let mut ids = actors.by_id.keys();
    if !ids.any(|id| id.as_str() == named.get_ref()) && !compiler.lost.actors {
        compiler.unknown_actor(source, named, actors);
    }
}

fn body(actors: &Actors, source: usize, of: &Text, compiler: &mut Compiler<'_, '_>) {
    if !actors.bodies.contains_key(of.get_ref()) && !compiler.lost.actors {
        let hint = did_you_mean(of.get_ref(), actors.bodies.keys().map(String::as_str));
        compiler.fault_with(
            source,
            of.span(),
            FaultKind::UnknownBody(of.get_ref().clone()),
            hint,
        );
    }
}

fn office(folder: &Folder, source: usize, id: &Text, compiler: &mut Compiler<'_, '_>) {
    if folder.offices.get(id.get_ref()).is_none() && !compiler.lost.offices {
        let hint = did_you_mean(id.get_ref(), folder.offices.ids());
        compiler.fault_with(
            source,
            id.span(),
            FaultKind::UnknownOffice(id.get_ref().clone()),
            hint,
        );
    }
}

/// The term of a role, unless it ends before it begins.
fn term<'f>(
    holder: &'f str,
    source: usize,
    role: &'f RoleFile,
    compiler: &mut Compiler<'_, '_>,
) -> Option<Term<'f>> {
    let from = role
        .from
        .as_ref()
        .map_or(Some(Date::MIN), |day| compiler.date(source, day))?;
    let to = role
        .to
        .as_ref()
        .map_or(Some(Date::MAX), |day| compiler.date(source, day))?;
    if let (true, Some(end)) = (to < from, &role.to) {
        let kind = FaultKind::EndsBeforeItBegins {
            from: from.to_string(),
            to: to.to_string(),
        };
        compiler.fault(source, end.span(), kind);
        return None;
    }
    Some(Term {
        holder,
        source,
        role,
        from,
        to,
    })
}

fn overlaps(terms: &[Term<'_>], compiler: &mut Compiler<'_, '_>) {
    for (number, term) in terms.iter().enumerate() {
        let other = terms[..number].iter().find(|other| {
            other.holder != term.holder && other.from <= term.to && term.from <= other.to
        });
        if let Some(other) = other {
            let kind = FaultKind::TwoHolders {
                office: term.role.office.get_ref().clone(),
                of: term.role.of.get_ref().clone(),
                other: other.holder.to_owned(),
                day: term.from.max(other.from).to_string(),
            };
            compiler.fault(term.source, term.role.office.span(), kind);
        }
    }
}
