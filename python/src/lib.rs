//! The native half of the Python package `samla`: bytes and text in, text out.
//!
//! Everything a Python reader would want to change (types, dates, paths, the report) is written in
//! Python, in `samla/__init__.py`.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

pyo3::create_exception!(
    samla,
    SamlaError,
    PyValueError,
    "The record could not be read, or an option is mistaken.\n\n\
     The message is in English; the attribute `sv` holds the same sentence in Swedish."
);

#[pymodule]
mod _samla {
    use super::{IntoSamlaError, PyResult, Python, pyfunction};

    #[pymodule_export]
    use super::SamlaError;

    /// Judges the record and returns the report as JSON text.
    #[pyfunction]
    fn check(py: Python<'_>, record: &[u8], options: &str) -> PyResult<String> {
        // Neither argument can change while other threads run: bytes and str are immutable.
        py.detach(|| samla::json::check(record, options)).map_err(|error| error.into_samla_error(py))
    }

    /// Returns a JSON Schema as JSON text.
    #[pyfunction]
    fn schema(py: Python<'_>, document: &str, draft: &str) -> PyResult<String> {
        samla::json::schema(document, draft).map_err(|error| error.into_samla_error(py))
    }
}

/// Turns an error of the library into the exception that Python code catches.
trait IntoSamlaError {
    fn into_samla_error(self, py: Python<'_>) -> PyErr;
}

impl IntoSamlaError for samla::json::Error {
    fn into_samla_error(self, py: Python<'_>) -> PyErr {
        let error = SamlaError::new_err(self.0.en);
        match error.value(py).setattr("sv", self.0.sv) {
            Ok(()) => error,
            Err(broken) => broken,
        }
    }
}
