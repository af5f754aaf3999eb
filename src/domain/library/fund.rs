//! Where a project's money comes from: one row a source, total and this year's, secured or not.

use count::words;

words! {
    /// The kind of a source; the first three are public money.
    pub enum FundKind {
        /// The congress's own budget.
        OwnBudget = "own_budget",
        /// Granted from above.
        Grant = "grant",
        /// Earmarked or special funds, bonds included.
        Special = "special",
        /// The village's or collective's own.
        Collective = "collective",
        /// A company's.
        Company = "company",
        /// Gifts and aid.
        Donation = "donation",
        /// Anything else.
        Other = "other",
    }
}

impl FundKind {
    /// Whether it is public money.
    #[must_use]
    pub fn is_public(self) -> bool {
        match self {
            Self::OwnBudget | Self::Grant | Self::Special => true,
            Self::Collective | Self::Company | Self::Donation | Self::Other => false,
        }
    }
}

/// One source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fund {
    pub kind: FundKind,
    /// Its name, for example a budget line; may be empty.
    pub source: String,
    /// Fen in all.
    pub amount: i64,
    /// Fen of it that are for this year.
    pub this_year: i64,
    /// Whether the money is promised in writing.
    pub is_secured: bool,
}

/// The money of a project added up, in fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FundSums {
    /// Of all sources.
    pub total: i64,
    /// Of all sources, this year.
    pub this_year: i64,
    /// Of secured sources, this year.
    pub secured_this_year: i64,
    /// Public money among the total.
    pub public: i64,
}

/// Adds up sources.
#[must_use]
pub fn sums(funds: &[Fund]) -> FundSums {
    let mut sums = FundSums::default();
    for fund in funds {
        sums.total = sums.total.saturating_add(fund.amount);
        sums.this_year = sums.this_year.saturating_add(fund.this_year);
        if fund.is_secured {
            sums.secured_this_year = sums.secured_this_year.saturating_add(fund.this_year);
        }
        if fund.kind.is_public() {
            sums.public = sums.public.saturating_add(fund.amount);
        }
    }
    sums
}

/// Sources as text, a line each, fields separated by tabs: for history and comparison.
#[must_use]
pub fn text(funds: &[Fund]) -> String {
    let lines: Vec<String> = funds
        .iter()
        .map(|fund| {
            let secured = if fund.is_secured { "secured" } else { "open" };
            let (kind, source) = (fund.kind.word(), &fund.source);
            format!(
                "{kind}\t{}\t{}\t{secured}\t{source}",
                fund.amount, fund.this_year
            )
        })
        .collect();
    lines.join("\n")
}

/// Sources of a text that [`text`] wrote; a line that is none is left out.
#[must_use]
pub fn read(text: &str) -> Vec<Fund> {
    let line = |line: &str| {
        let mut cells = line.splitn(5, '\t');
        Some(Fund {
            kind: FundKind::from_word(cells.next()?)?,
            amount: cells.next()?.parse().ok()?,
            this_year: cells.next()?.parse().ok()?,
            is_secured: cells.next()? == "secured",
            source: cells.next()?.to_owned(),
        })
    };
    text.lines().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fund(kind: FundKind, amount: i64, this_year: i64, is_secured: bool) -> Fund {
        Fund {
            kind,
            source: "县财政".to_owned(),
            amount,
            this_year,
            is_secured,
        }
    }

    #[test]
    fn only_secured_money_of_this_year_counts_towards_the_need() {
        let funds = [
            fund(FundKind::OwnBudget, 500, 300, true),
            fund(FundKind::Grant, 400, 200, false),
            fund(FundKind::Company, 100, 50, true),
        ];
        let found = sums(&funds);
        assert_eq!((found.total, found.this_year), (1000, 550));
        assert_eq!((found.secured_this_year, found.public), (350, 900));
        assert_eq!(read(&text(&funds)), funds);
        assert_eq!(sums(&[]), FundSums::default());
    }
}
