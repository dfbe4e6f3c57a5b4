//! Decided deviations in force.

use crate::calendar::Day;
use crate::path::Path;

/// A decided deviation in force, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Waived<'a> {
    pub(crate) rule: &'a str,
    /// The subject that it covers; `None`: every one.
    pub(crate) subject: Option<&'a str>,
    /// The first day on which it covers nothing any more.
    pub(crate) until: Option<Day>,
    pub(crate) at: Path,
}
