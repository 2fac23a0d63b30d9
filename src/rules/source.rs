//! Rule files as text: those that ship with the program, and what a name says about a file.

use include_dir::{Dir, include_dir};

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");

/// A rule file's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name within the rules, with forward slashes: `english/wanting.toml`.
    pub name: String,
    /// The name that messages show: the name, or the path it was read from.
    pub path: String,
    /// The text.
    pub text: String,
    /// 0 for what ships with the program; what has a higher number replaces what has a lower one.
    pub layer: u32,
}

impl Source {
    /// Whether reading articles needs the file, and not only judging rules.
    #[must_use]
    pub fn is_for_reading(&self) -> bool {
        !matches!(self.role(), Role::Examples(_) | Role::LanguageExamples)
    }

    /// A file that ships with the program.
    #[must_use]
    pub fn shipped(name: &str, text: &str) -> Self {
        Self {
            name: name.to_owned(),
            path: name.to_owned(),
            text: text.to_owned(),
            layer: 0,
        }
    }

    /// A file of a user's folder, shown as `path`; a later folder has a higher `layer`, from 1.
    #[must_use]
    pub fn added(name: &str, path: &str, text: &str, layer: u32) -> Self {
        let name = name.replace('\\', "/");
        Self {
            name,
            path: path.to_owned(),
            text: text.to_owned(),
            layer: layer.max(1),
        }
    }

    /// What the file holds, going by its name.
    #[must_use]
    pub fn role(&self) -> Role<'_> {
        let parts: Vec<&str> = self.name.split('/').collect();
        match parts[..] {
            ["english" | "language", file] => match file {
                "grammar.toml" => Role::Grammar,
                "forms.toml" => Role::Forms,
                "negation.toml" => Role::Negation,
                "condition.toml" => Role::Condition,
                "reference.toml" => Role::Reference,
                "countries.toml" => Role::Countries,
                "titles.toml" => Role::Titles,
                _ => Role::Cues,
            },
            ["english" | "language", "examples", _] => Role::LanguageExamples,
            ["actors", _] => Role::Actors,
            ["outlets", ..] => Role::Outlet,
            ["eval", _] => Role::Eval,
            [pack, "pack.toml"] => Role::Pack(pack),
            [pack, "sets.toml"] => Role::Sets(pack),
            [pack, "positions", _] => Role::Position(pack),
            [pack, "examples", _] => Role::Examples(pack),
            _ => Role::Unknown,
        }
    }
}

/// What a rule file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role<'a> {
    /// Closed classes and verbs.
    Grammar,
    /// Inflection.
    Forms,
    /// Cues of any kind.
    Cues,
    /// Words that negate.
    Negation,
    /// Words that open a condition.
    Condition,
    /// Words that refer back.
    Reference,
    /// Countries.
    Countries,
    /// Honorifics, offices and titles.
    Titles,
    /// People, institutions and collectives.
    Actors,
    /// Furniture of an outlet: read by `corpus`, not here.
    Outlet,
    /// What counts as one holder where results are compared with a coding: read by `eval`, not here.
    Eval,
    /// What a pack is.
    Pack(&'a str),
    /// The sets of a pack.
    Sets(&'a str),
    /// A position of a pack.
    Position(&'a str),
    /// Examples of a position of a pack, beside those in its own file.
    Examples(&'a str),
    /// Examples of cues and constructions, beside those in their own files.
    LanguageExamples,
    /// Nothing that rules know.
    Unknown,
}

/// Every rule file that ships with the program, by name.
#[must_use]
pub fn embedded() -> Vec<Source> {
    let mut sources = Vec::new();
    collect(&SHIPPED, &mut sources);
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    sources
}

fn collect(folder: &Dir<'_>, sources: &mut Vec<Source>) {
    for file in folder.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        let is_toml = file
            .path()
            .extension()
            .is_some_and(|extension| extension == "toml");
        if let (true, Some(text)) = (is_toml, file.contents_utf8()) {
            sources.push(Source::shipped(&name, text));
        }
    }
    for inner in folder.dirs() {
        collect(inner, sources);
    }
}

/// The files without the program's own packs that are none of `packs`, where those can be told.
pub(super) fn of_packs<'a>(sources: &'a [Source], packs: &[String]) -> Vec<&'a Source> {
    let is_known = |pack: &String| {
        let mut roles = sources.iter().map(Source::role);
        roles.any(|role| role == Role::Pack(pack))
    };
    if packs.is_empty() || !packs.iter().all(is_known) {
        return sources.iter().collect();
    }
    let added = sources.iter().filter(|source| source.layer > 0);
    let added: Vec<&str> = added.filter_map(pack_of).collect();
    let is_needed = |source: &&Source| {
        let needed = |pack| added.contains(&pack) || packs.iter().any(|asked| asked == pack);
        pack_of(source).is_none_or(needed)
    };
    sources.iter().filter(is_needed).collect()
}

/// The pack that a file is of.
fn pack_of(source: &Source) -> Option<&str> {
    match source.role() {
        Role::Pack(pack) | Role::Sets(pack) | Role::Position(pack) | Role::Examples(pack) => {
            Some(pack)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_of_the_program_that_nobody_asked_for_are_left_out() {
        let mut sources = vec![
            Source::shipped("english/wanting.toml", ""),
            Source::shipped("one/pack.toml", ""),
            Source::shipped("one/positions/a.toml", ""),
            Source::shipped("two/pack.toml", ""),
        ];
        let kept = |sources: &[Source], pack: &str| of_packs(sources, &[pack.to_owned()]).len();
        assert_eq!(of_packs(&sources, &[]).len(), 4);
        assert_eq!(kept(&sources, "one"), 3);
        assert_eq!(kept(&sources, "two"), 2);
        assert_eq!(kept(&sources, "three"), 4);
        // What a user adds may need the rest.
        sources.push(Source::added("one/positions/b.toml", "b.toml", "", 1));
        assert_eq!(kept(&sources, "two"), 5);
    }

    #[test]
    fn a_name_says_what_a_file_holds() {
        let cases = [
            ("english/grammar.toml", Role::Grammar),
            ("english/wanting.toml", Role::Cues),
            ("language/wanting.toml", Role::Cues),
            ("actors/europe.toml", Role::Actors),
            ("outlets/bbc.toml", Role::Outlet),
            ("english/examples/saying.toml", Role::LanguageExamples),
            ("eval/holders.toml", Role::Eval),
            (
                "ukraine-peace/examples/nato.toml",
                Role::Examples("ukraine-peace"),
            ),
            ("ukraine-peace/pack.toml", Role::Pack("ukraine-peace")),
            (
                "ukraine-peace/positions/nato.toml",
                Role::Position("ukraine-peace"),
            ),
            ("notes.toml", Role::Unknown),
        ];
        for (name, expected) in cases {
            assert_eq!(Source::shipped(name, "").role(), expected, "{name}");
        }
    }
}
