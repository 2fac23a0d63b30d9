//! Faults as people read them: the line itself, a caret below it, and a hint.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::fault::Fault;
use super::source::Source;

/// Renders faults in plain ASCII, without colour, one after the other and with their number below.
#[must_use]
pub fn report(faults: &[Fault], sources: &[Source]) -> String {
    let renderer = Renderer::plain();
    let mut text = String::new();
    for fault in faults {
        let source = sources.iter().find(|source| source.path == fault.file);
        let title = fault.kind.to_string();
        let mut group = if let (Some(source), Some(span)) = (source, fault.span) {
            let annotation =
                AnnotationKind::Primary.span(first_line(&source.text, span.start..span.end));
            let snippet = Snippet::source(source.text.as_str())
                .path(fault.file.as_str())
                .annotation(annotation);
            Level::ERROR.primary_title(title).element(snippet)
        } else {
            let file = annotate_snippets::Origin::path(fault.file.as_str());
            Group::with_title(Level::ERROR.primary_title(title)).element(file)
        };
        if let Some(hint) = &fault.hint {
            group = group.element(Level::HELP.message(hint.as_str()));
        }
        text.push_str(&renderer.render(&[group]));
        text.push_str("\n\n");
    }
    let mut files: Vec<&str> = faults.iter().map(|fault| fault.file.as_str()).collect();
    files.dedup();
    let number =
        |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    let faults = number(faults.len(), "fault");
    text + &faults + " in " + &number(files.len(), "file") + "\n"
}

/// The part of a span that lies on its first line: a caret below a whole table says nothing.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let part = text.get(span.clone()).unwrap_or_default();
    let length = part.find('\n').unwrap_or(part.len());
    span.start..span.start + part[..length].trim_end().len()
}
