//! The table that a person reads.

use std::fmt;

use super::Plan;
use super::load::Measured;

struct Line {
    design: &'static str,
    connections: u32,
    run: u32,
    measured: Measured,
}

pub(crate) struct Report {
    lines: Vec<Line>,
    connections: Vec<u32>,
    runs: u32,
    delay_ms: u32,
    slips: usize,
}

/// Smallest, middle, largest.
fn spread(mut values: Vec<f64>) -> Option<[f64; 3]> {
    values.sort_by(f64::total_cmp);
    Some([
        *values.first()?,
        *values.get(values.len() / 2)?,
        *values.last()?,
    ])
}

impl Report {
    pub(crate) fn new(plan: &Plan, slips: usize) -> Self {
        Self {
            lines: Vec::new(),
            connections: plan.connections.clone(),
            runs: plan.runs,
            delay_ms: plan.delay_ms,
            slips,
        }
    }

    pub(crate) fn add(
        &mut self,
        design: &'static str,
        connections: u32,
        run: u32,
        measured: Measured,
    ) {
        eprint_line(design, connections, run, &measured);
        self.lines.push(Line {
            design,
            connections,
            run,
            measured,
        });
    }

    fn of<'r>(&'r self, design: &'r str, connections: u32) -> impl Iterator<Item = &'r Line> {
        self.lines
            .iter()
            .filter(move |line| line.design == design && line.connections == connections)
    }

    fn rate(&self, design: &str, connections: u32, run: u32) -> Option<f64> {
        let found = self.of(design, connections).find(|line| line.run == run);
        found.map(|line| line.measured.rate())
    }

    /// The ratio of two designs within each run.
    fn ratio(&self, of: (&str, u32), to: (&str, u32)) -> Option<[f64; 3]> {
        let ratios = (0..self.runs)
            .filter_map(|run| Some(self.rate(of.0, of.1, run)? / self.rate(to.0, to.1, run)?));
        spread(ratios.collect())
    }
}

#[expect(
    clippy::print_stderr,
    reason = "whoever waits sees how far it has come"
)]
fn eprint_line(design: &str, connections: u32, run: u32, measured: &Measured) {
    eprintln!(
        "run {run}: {design} with {connections} connections: {} casts, {:.0}/s",
        measured.done,
        measured.rate()
    );
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let delay = match self.delay_ms {
            0 => "syncs as the disk does them".to_owned(),
            more => format!("{more} ms added to each sync"),
        };
        writeln!(
            f,
            "\n{delay}; {} runs in turn, {} slips each",
            self.runs, self.slips
        )?;
        writeln!(
            f,
            "{:<22} {:>5} {:>30} {:>9} {:>9}",
            "design", "conn", "casts/s (min median max)", "p50 ms", "p99 ms"
        )?;
        let mut rows = Vec::new();
        for &connections in &self.connections {
            rows.push(("product", connections));
            rows.push(("mutex", connections));
        }
        rows.push(("raw", 0));
        for (design, connections) in rows {
            let rates = self
                .of(design, connections)
                .map(|line| line.measured.rate());
            let Some([least, middle, most]) = spread(rates.collect()) else {
                continue;
            };
            let waits = |of_thousand| {
                let waits = self
                    .of(design, connections)
                    .map(|line| line.measured.percentile(of_thousand));
                spread(waits.collect()).map_or(0.0, |[_, middle, _]| middle)
            };
            let name = match design {
                "product" => "minsheng",
                "mutex" => "mutex, one transaction",
                _ => "SQLite alone, batch 64",
            };
            writeln!(
                f,
                "{name:<22} {connections:>5} {least:>9.0} {middle:>10.0} {most:>9.0} {:>9.1} {:>9.1}",
                waits(500),
                waits(990)
            )?;
        }
        for &connections in &self.connections {
            let floor = if self.delay_ms == 0 { 4.0 } else { 20.0 };
            let name = format!("minsheng / mutex, {connections} connections");
            told(
                f,
                &name,
                self.ratio(("product", connections), ("mutex", connections)),
                Some(floor),
            )?;
        }
        for &connections in &self.connections {
            let floor = (self.delay_ms == 0).then_some(0.25);
            let name = format!("minsheng / SQLite alone, {connections} connections");
            told(
                f,
                &name,
                self.ratio(("product", connections), ("raw", 0)),
                floor,
            )?;
        }
        Ok(())
    }
}

fn told(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    ratio: Option<[f64; 3]>,
    floor: Option<f64>,
) -> fmt::Result {
    let Some([least, middle, most]) = ratio else {
        return Ok(());
    };
    let verdict = match floor {
        Some(floor) if middle >= floor => format!("floor {floor}: reached"),
        Some(floor) => format!("floor {floor}: MISSED"),
        None => String::new(),
    };
    writeln!(
        f,
        "{name:<42} {least:>7.2} {middle:>7.2} {most:>7.2}   {verdict}"
    )
}
