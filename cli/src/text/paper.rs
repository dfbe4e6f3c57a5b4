//! Plain text for people: paragraphs that wrap, and colour where it is welcome.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use samla::names::without_steering;

use crate::Surroundings;

/// What a piece of text is, for those who see colours. Nothing is said by colour alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Plain,
    Strong,
    Faint,
    Error,
    Warning,
    Advice,
    Good,
}

impl Ink {
    fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Faint => Style::new().dimmed(),
            Self::Error => AnsiColor::Red.on_default().bold(),
            Self::Warning => AnsiColor::Yellow.on_default().bold(),
            Self::Advice => AnsiColor::Cyan.on_default().bold(),
            Self::Good => AnsiColor::Green.on_default().bold(),
        }
    }
}

/// A page being written.
pub(crate) struct Paper {
    width: usize,
    colour: bool,
    text: String,
}

impl Paper {
    pub(crate) fn new(surroundings: &Surroundings) -> Self {
        Self { width: surroundings.width, colour: surroundings.colour, text: String::new() }
    }

    pub(crate) fn text(self) -> String {
        self.text
    }

    /// An empty line, unless there is one already or the page is new.
    pub(crate) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A heading with space around it.
    pub(crate) fn heading(&mut self, text: &str) {
        self.subheading(text);
        self.gap();
    }

    /// A heading that its text follows at once.
    pub(crate) fn subheading(&mut self, text: &str) {
        self.gap();
        self.lines(0, 2, &[(Ink::Strong, text)]);
    }

    /// A paragraph whose later lines stand `hang` letters further in than its first.
    pub(crate) fn lines(&mut self, indent: usize, hang: usize, pieces: &[(Ink, &str)]) {
        let words = pieces.iter().flat_map(|(ink, piece)| piece.split(' ').map(move |word| (*ink, word)));
        let mut column = 0;
        let mut pen = Ink::Plain;
        for (ink, word) in words.filter(|(_, word)| !word.is_empty()) {
            let letters = word.chars().count();
            if column == 0 {
                column = self.indent(indent);
            } else if column + 1 + letters > self.width {
                self.change(&mut pen, Ink::Plain);
                self.text.push('\n');
                column = self.indent(indent + hang);
            } else {
                if ink != pen {
                    self.change(&mut pen, Ink::Plain);
                }
                self.text.push(' ');
                column += 1;
            }
            self.change(&mut pen, ink);
            self.text.extend(word.chars().map(without_steering));
            column += letters;
        }
        self.change(&mut pen, Ink::Plain);
        self.text.push('\n');
    }

    /// A label and what it says, the latter in a column of its own.
    pub(crate) fn row(&mut self, indent: usize, label_width: usize, label: &str, pieces: &[(Ink, &str)]) {
        let gap = label_width.saturating_sub(label.chars().count());
        // No-break spaces hold the column; they become plain ones when the line is laid.
        let label = label.replace(' ', "\u{a0}") + &"\u{a0}".repeat(gap);
        let start = self.text.len();
        let mut all = vec![(Ink::Faint, label.as_str())];
        all.extend_from_slice(pieces);
        self.lines(indent, label_width + 1, &all);
        let laid = self.text.split_off(start).replace('\u{a0}', " ");
        self.text.push_str(&laid);
    }

    fn indent(&mut self, count: usize) -> usize {
        self.text.extend(std::iter::repeat_n(' ', count));
        count.max(1)
    }

    fn change(&mut self, pen: &mut Ink, ink: Ink) {
        if *pen != ink && self.colour {
            // Writing to a String cannot fail.
            let _ = match ink {
                Ink::Plain => write!(self.text, "{}", pen.style().render_reset()),
                ink => write!(self.text, "{}", ink.style().render()),
            };
        }
        *pen = ink;
    }
}

#[cfg(test)]
mod tests {
    use samla::Lang;

    use super::*;

    fn paper(width: usize, colour: bool) -> Paper {
        Paper::new(&Surroundings { lang: Lang::Sv, today: samla::example::as_of(), width, colour })
    }

    #[test]
    fn a_paragraph_wraps_and_hangs() {
        let mut paper = paper(16, false);
        paper.lines(2, 2, &[(Ink::Error, "Fel:"), (Ink::Plain, "ett två tre fyra")]);
        assert_eq!(paper.text(), "  Fel: ett två\n    tre fyra\n");
    }

    #[test]
    fn a_word_longer_than_the_line_is_not_broken() {
        let mut paper = paper(10, false);
        paper.lines(0, 0, &[(Ink::Plain, "se /groups/0/members/14 nu")]);
        assert_eq!(paper.text(), "se\n/groups/0/members/14\nnu\n");
    }

    #[test]
    fn colour_ends_before_the_line_does() {
        let mut paper = paper(10, true);
        paper.lines(0, 2, &[(Ink::Strong, "ett två tre"), (Ink::Plain, "fyra")]);
        for line in paper.text().lines() {
            assert!(!line.contains("\u{1b}[1m") || line.contains("\u{1b}[0m"), "{line:?}");
        }
    }

    #[test]
    fn rows_keep_their_column() {
        let mut paper = paper(25, false);
        paper.row(2, 6, "Var", &[(Ink::Plain, "i gruppens lista över alla")]);
        assert_eq!(paper.text(), "  Var    i gruppens lista\n         över alla\n");
    }
}
