//! Why a matter that is named shows no stance.

use stances::stance::Gate::{
    self, Condition, Deed, Holder, Outweighed, Possible, Price, Private, Question, Unreal, Void,
    Wish,
};
use stances::stance::Verdict;

use crate::reader::{analyzer, article};

/// The gates that closed in a text, in its order.
fn closed(text: &str) -> Vec<Gate> {
    let article = article(text);
    let analysis = analyzer().analyze(&article);
    let judged = analysis.packs.iter().flat_map(|pack| &pack.judged);
    let gates = judged.filter_map(|(_, verdict)| match verdict {
        Verdict::Closed(gate) => Some(*gate),
        Verdict::Found(_) => None,
    });
    gates.collect()
}

#[test]
fn gates_close_on_what_they_say() {
    let cases = [
        (
            "The ceasefire lasted two days in Ukraine, Trump noted.",
            Wish,
        ),
        (
            "It was said that there must be a ceasefire in Ukraine.",
            Holder,
        ),
        ("Will Putin accept a ceasefire in Ukraine?", Question),
        (
            "If Putin accepts a ceasefire, Trump will visit Moscow.",
            Condition,
        ),
        (
            "Putin wants Trump's respect in exchange for a ceasefire.",
            Price,
        ),
        ("Lavrov denied that Putin had rejected a ceasefire.", Void),
        ("Merz could send peacekeepers to Ukraine.", Possible),
        ("The EU would have eased the sanctions on Russia.", Unreal),
        (
            "Olha Shevchenko, a teacher, called for a ceasefire in Ukraine.",
            Private,
        ),
        ("Ukraine's forces hold the Donbas.", Deed),
        (
            "Zelensky will never accept Russian claims to a single inch of Ukrainian land.",
            Outweighed,
        ),
    ];
    for (text, gate) in cases {
        assert_eq!(closed(text), [gate], "{text}");
    }
}
