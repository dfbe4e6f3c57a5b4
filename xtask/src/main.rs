//! What needs more than one tool; `cargo xtask` alone says what there is.

mod bench;
mod bless;
mod budget;
mod oracle;
mod parts;
mod steps;
mod tools;
mod wasm;

use std::process::ExitCode;

use steps::Steps;

/// What can be asked for: the words, what they do, and how.
type Verb = (&'static str, &'static str, fn(&mut Steps, &[&str]) -> Result<(), String>);

const VERBS: &[Verb] = &[
    (
        "test",
        "[PART | --all]: take a fresh clone on a fresh machine to a verdict on every surface",
        parts::test,
    ),
    ("wasm", ": build the browser's module alone", wasm::verb),
    ("bless", ": rewrite what is generated, and the budget of what a change may cost", bless::verb),
    ("bench", ": count the instructions of a call, beside those of peers", bench::verb),
    ("oracle", "[--records N] [--seed N]: hold the library against its second implementation", oracle::verb),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match asked(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn asked(words: &[&str]) -> Result<(), String> {
    let verb = words.split_first().and_then(|(verb, rest)| {
        let (_, _, run) = VERBS.iter().find(|(name, ..)| name == verb)?;
        Some((run, rest))
    });
    let Some((run, rest)) = verb else {
        let verbs = VERBS.iter().map(|(name, does, _)| format!("\n  cargo xtask {name} {does}"));
        return Err(format!("say one of these{}", verbs.collect::<String>().replace(" :", ":")));
    };
    let mut steps = Steps::new()?;
    run(&mut steps, rest)?;
    steps.finish();
    Ok(())
}

/// Refuses words after a verb that takes none.
fn alone(verb: &str, words: &[&str]) -> Result<(), String> {
    match words {
        [] => Ok(()),
        words => {
            Err(format!("`cargo xtask {verb}` takes no more words, these are too many: {}", words.join(" ")))
        }
    }
}
