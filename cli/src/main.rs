//! The command `samla`.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use samla_cli::Surroundings;

fn main() -> ExitCode {
    let stdout = io::stdout();
    let colour = AutoStream::choice(&stdout) != ColorChoice::Never;
    let surroundings = Surroundings { colour, ..Surroundings::of_this_process(stdout.is_terminal()) };
    // A terminal that needs help with colours gets it; plain text passes untouched.
    let out: Box<dyn Write> =
        if colour { Box::new(AutoStream::always(stdout.lock())) } else { Box::new(stdout.lock()) };
    let mut out = BufWriter::new(out);
    let status = samla_cli::run(
        std::env::args_os(),
        &surroundings,
        &mut io::stdin().lock(),
        &mut out,
        &mut io::stderr(),
    );
    ExitCode::from(status)
}
