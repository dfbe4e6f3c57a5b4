//! `samla example`: an invented record.

use clap::Args;

use crate::help::{Page, arg, both};
use crate::{Desk, FINE, Stop};

#[derive(Debug, Args)]
pub(crate) struct Example {
    #[arg(default_value = "good")]
    name: String,
}

pub(super) const PAGE: Page = Page {
    word: "example",
    usage: both("samla example [good|faulty]", "samla example [good|faulty]"),
    about: both("Skriver ut ett påhittat underlag", "Prints an invented record"),
    args: &[arg(
        "name",
        both("NAMN", "NAME"),
        both(
            "good (allt stämmer) eller faulty (vanliga misstag)",
            "good (everything in order) or faulty (ordinary mistakes)",
        ),
    )],
    ..Page::EMPTY
};

impl Example {
    pub(crate) fn run(&self, desk: &mut Desk<'_>) -> Result<u8, Stop> {
        let text = samla::json::example(&self.name).map_err(|error| Stop::of(&error, desk.lang()))?;
        desk.print(text)?;
        Ok(FINE)
    }
}
