//! Reads files and renders reports.
