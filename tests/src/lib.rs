//! What the tests share: the vectors and how to read them.
