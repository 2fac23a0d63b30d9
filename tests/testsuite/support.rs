//! What all areas share: where snapshots are kept.

use std::path::Path;

/// Compares `text` with `snapshots/AREA/NAME.snap`; `about` says what is shown, so that it can be judged alone.
#[track_caller]
pub(crate) fn snapshot(area: &str, name: &str, about: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("snapshots")
            .join(area),
    );
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(about);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
