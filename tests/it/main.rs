//! All integration tests, in one binary: a file for each topic.

mod bad_input;
