//! The order of a list as its form carries it: a number for each project, and one button that moves
//! a line up or down.

use crate::form::Fields;
use domain::id::ProjectId;
use domain::problem::Problem;

/// The projects of a posted form in the order of their numbers, after the pressed button; projects
/// without a number are out.
pub(super) fn read(fields: &Fields) -> Result<Vec<ProjectId>, Problem> {
    let mut placed = Vec::new();
    for (id, place) in fields.with_prefix("p") {
        let (Ok(id), place) = (id.parse::<ProjectId>(), place.trim()) else {
            continue;
        };
        if place.is_empty() {
            continue;
        }
        match place.parse::<u32>() {
            Ok(place) if place > 0 => placed.push((place, id)),
            _ => return Err(Problem::error("number-form").at("slate")),
        }
    }
    placed.sort_unstable();
    let mut places = placed.windows(2);
    if places.any(|pair| matches!(pair, [a, b] if a.0 == b.0)) {
        return Err(Problem::error("place-twice").at("slate"));
    }
    let mut order: Vec<ProjectId> = placed.into_iter().map(|(_, id)| id).collect();
    if let Some((way, id)) = fields.get("move").split_once('-')
        && let Ok(id) = id.parse::<ProjectId>()
        && let Some(place) = order.iter().position(|one| *one == id)
    {
        let other = match way {
            "up" => place.checked_sub(1),
            _ => Some(place + 1).filter(|place| *place < order.len()),
        };
        if let Some(other) = other {
            order.swap(place, other);
        }
    }
    Ok(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(body: &str) -> Result<Vec<i64>, &'static str> {
        let read = read(&Fields::parse(body.as_bytes()));
        read.map(|order| order.iter().map(|id| id.0).collect())
            .map_err(|problem| problem.code)
    }

    #[test]
    fn numbers_give_the_order_and_a_button_moves_one_line() {
        assert_eq!(order("p7=2&p8=1&p9=&places=4"), Ok(vec![8, 7]));
        assert_eq!(order("p7=1&p8=2&p9=3&move=up-9"), Ok(vec![7, 9, 8]));
        assert_eq!(order("p7=1&p8=2&p9=3&move=down-7"), Ok(vec![8, 7, 9]));
        assert_eq!(
            order("p7=1&p8=2&move=up-7"),
            Ok(vec![7, 8]),
            "the first stays"
        );
        assert_eq!(order("p7=1&p8=1"), Err("place-twice"));
        assert_eq!(order("p7=x"), Err("number-form"));
    }
}
