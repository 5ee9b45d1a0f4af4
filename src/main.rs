//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    rare_terms::cli::main(std::env::args_os())
}
