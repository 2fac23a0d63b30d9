//! What a file of `rules/outlets/` says, as it is written.

use serde::Deserialize;
use toml::Spanned;

pub(super) type Text = Spanned<String>;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct OutletFile {
    pub(super) part: Vec<PartRule>,
    pub(super) stamp: Vec<StampRule>,
    pub(super) opinion: Vec<OpinionRule>,
    pub(super) furniture: Vec<FurnitureRule>,
}

/// A kind of rule: an id, and lists of which any may be left out, but not all.
macro_rules! rule {
    ($name:ident { $($list:ident: $of:ty,)* }) => {
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields, rename_all = "kebab-case")]
        pub(super) struct $name {
            pub(super) id: Text,
            #[serde(default)]
            pub(super) exact_case: bool,
            $(
                #[serde(default)]
                pub(super) $list: Vec<$of>,
            )*
        }

        impl $name {
            pub(super) fn is_empty(&self) -> bool {
                $(self.$list.is_empty())&&*
            }
        }
    };
}

rule!(PartRule {
    begins: Text,
    ends: Text,
});

rule!(StampRule {
    lines: Text,
    starts: Text,
});

rule!(OpinionRule {
    lines: Text,
    starts: Text,
    authors: Text,
});

rule!(FurnitureRule {
    lines: Text,
    starts: Text,
    contains: Text,
    sentences: Text,
    captions: Text,
    passages: Passage,
    lists: Text,
});

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Passage {
    pub(super) from: Text,
    pub(super) to: Text,
}
