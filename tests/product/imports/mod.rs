//! Files that clerks bring: rosters, projects, congresses; good ones, bad ones and hostile ones.

mod corpus;
mod demo;
mod hostile;
mod package;
mod round_trip;
mod workbooks;

use domain::problem::{Problem, ProblemPlace};

/// Problems as `code row column`, the file as a whole as `code`.
fn told(problems: &[Problem]) -> Vec<String> {
    let line = |problem: &Problem| match &problem.place {
        ProblemPlace::Cell { row, column } => format!("{} {row} {column}", problem.code),
        ProblemPlace::Whole | ProblemPlace::Field(_) => problem.code.to_owned(),
    };
    problems
        .iter()
        .map(|problem| line(problem).trim_end().to_owned())
        .collect()
}
