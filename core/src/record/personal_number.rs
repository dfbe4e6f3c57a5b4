//! Personal identity numbers (personnummer, samordningsnummer): recognised so that they can be refused.

use std::borrow::Cow;

use crate::calendar::Day;

/// What is refused as a personal identity number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Number {
    /// The number of a person.
    Personal,
    /// Ten digits that begin as a mobile telephone's do: refused, and perhaps no person's.
    PerhapsTelephone,
}

/// Does a personal identity number stand anywhere in `text`?
///
/// Ten or twelve digits with an optional `-` or `+` before the last four, no adjoining digit, a real
/// day (or day + 60, a coordination number) and a right check digit.
#[must_use]
pub fn occurs_in(text: &str) -> bool {
    find(text).is_some()
}

/// What personal identity number stands in `text`; of several one that is no telephone's.
pub(crate) fn find(text: &str) -> Option<Number> {
    let text = text.as_bytes();
    let mut found = None;
    let mut at = 0;
    while let Some((from, until)) = next(text, at) {
        let number = Number::of(&text[from..until]);
        found = Some(found.map_or(number, |known: Number| known.min(number)));
        at = until;
    }
    found
}

impl Number {
    /// What the digits are that stand there, refused already.
    pub(crate) fn of(digits: &[u8]) -> Self {
        let telephone =
            digits.len() == 10 && digits.starts_with(b"07") && digits.iter().all(u8::is_ascii_digit);
        if telephone { Self::PerhapsTelephone } else { Self::Personal }
    }
}

/// `text` with every personal identity number replaced, for messages that must echo a file name.
#[must_use]
pub fn hide(text: &str) -> Cow<'_, str> {
    let mut shown = Cow::Borrowed(text);
    while let Some((from, until)) = next(shown.as_bytes(), 0) {
        shown = Cow::Owned(format!("{}…{}", &shown[..from], &shown[until..]));
    }
    shown
}

/// The bytes of the first one at or after `start`.
fn next(text: &[u8], start: usize) -> Option<(usize, usize)> {
    let mut at = start;
    while at < text.len() {
        if !text[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let run = digits(&text[at..]);
        let found = match (run, text.get(at + run)) {
            (10 | 12, _) if is_number(&text[at..at + run], b"") => Some(run),
            (6 | 8, Some(b'-' | b'+')) if digits(&text[at + run + 1..]) == 4 => {
                is_number(&text[at..at + run], &text[at + run + 1..at + run + 5]).then_some(run + 5)
            }
            _ => None,
        };
        if let Some(length) = found {
            return Some((at, at + length));
        }
        at += run;
    }
    None
}

fn digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Are these digits, head and tail together, a real day with a right check digit?
fn is_number(head: &[u8], tail: &[u8]) -> bool {
    let all: Vec<u32> = head.iter().chain(tail).map(|byte| u32::from(byte - b'0')).collect();
    let (century, ten) = all.split_at(all.len() - 10);
    let two = |at: usize| ten[at] * 10 + ten[at + 1];
    let (year, month, day) = (two(0), two(2), two(4));
    let day = if day > 60 { day - 60 } else { day };
    let is_day = |century: u32| {
        i32::try_from(century * 100 + year).is_ok_and(|year| Day::new(year, month, day).is_some())
    };
    let real = match century {
        [] => (18..=20).any(is_day),
        digits => is_day(digits.iter().fold(0, |sum, digit| sum * 10 + digit)),
    };
    real && luhn(ten)
}

/// The check digit of Luhn: every other digit doubled, digits summed, a multiple of ten.
pub(crate) fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let weighed = digit * (1 + u32::from(place % 2 == 1));
            weighed / 10 + weighed % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    // The numbers are those that Skatteverket publishes for tests, or built here from an impossible bearer.

    #[test]
    fn every_written_form_is_found() {
        for text in
            ["191212121212", "19121212-1212", "121212-1212", "121212+1212", "1212121212", "nr 121212-1212."]
        {
            assert!(occurs_in(text), "{text}");
        }
    }

    #[test]
    fn a_coordination_number_is_found() {
        // Day 61 to 91; the check digit of 701063-239 is 1.
        assert!(occurs_in("701063-2391"));
    }

    #[test]
    fn a_wrong_check_digit_an_unreal_day_and_an_adjoining_digit_are_none() {
        for text in
            ["121212-1213", "121312-1212", "9121212-1212", "121212-12123", "121212 1212", "232100-0131"]
        {
            assert!(!occurs_in(text), "{text}");
        }
    }

    #[test]
    fn ten_digits_that_begin_with_07_may_be_a_telephones() {
        for (text, number) in [
            ("0701740607", Number::PerhapsTelephone),
            ("ring 0701740607 eller 0701740607", Number::PerhapsTelephone),
            ("070174-0607", Number::Personal),
            ("200701740607", Number::Personal),
            ("0701740607 och 121212-1212", Number::Personal),
            ("1212121212", Number::Personal),
        ] {
            assert_eq!(find(text), Some(number), "{text}");
        }
        assert_eq!(find("070-174 06 07"), None);
    }

    #[test]
    fn hiding_leaves_the_rest() {
        assert_eq!(hide("a-19121212-1212 b 1212121212"), "a-… b …");
        assert_eq!(hide("roster.json"), "roster.json");
    }
}
