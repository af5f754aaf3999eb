//! The numbers of a congress's lights.

use super::{Service, ServiceError, permit};
use domain::access::{Action, Actor};
use domain::audit::{Event, EventKind};
use domain::congress::Congress;
use domain::followup::course::{self, DatedRule};
use domain::followup::event::FollowupEvent;
use domain::followup::light::LightRule;
use domain::followup::month::Month;
use domain::id::CongressId;
use domain::problem::Problem;
use store::Written;
use store::followup::rules;
use store::people::congresses;

/// The numbers that judge the present month, and how a year stands.
#[derive(Debug, Clone)]
pub struct LightSettings {
    pub congress: Congress,
    /// The numbers.
    pub rule: LightRule,
    /// The year that may be closed.
    pub year: i16,
    pub is_over: bool,
    pub is_closed: bool,
}

impl Service {
    /// The numbers of the lights, for whoever may set them.
    ///
    /// # Errors
    /// [`ServiceError::NotFound`], also for strangers to the congress.
    pub async fn get_light_settings(
        &self,
        actor: &Actor,
        congress: CongressId,
        year: i16,
    ) -> Result<LightSettings, ServiceError> {
        permit(actor, Action::Supervise, congress)?;
        let today = self.today();
        self.store
            .read(move |tx| {
                let rules = rules::list(tx, congress)?;
                Ok(LightSettings {
                    congress: congresses::get(tx, congress)?,
                    rule: course::rule_for(&rules, Month::of(today)),
                    year,
                    is_over: year < today.year(),
                    is_closed: rules::list_closed(tx, congress)?.contains(&year),
                })
            })
            .await
    }

    /// Sets the numbers of the lights from the present month on; months before keep theirs.
    ///
    /// # Errors
    /// Denied. Invalid: `rule-numbers`.
    pub async fn set_light_rule(
        &self,
        actor: &Actor,
        congress: CongressId,
        rule: LightRule,
    ) -> Result<(), ServiceError> {
        let grant = permit(actor, Action::Supervise, congress)?;
        let is_sound = rule.yellow_days <= 366
            && rule.yellow_points <= 1000
            && (1..=28).contains(&rule.report_by_day);
        if !is_sound {
            return Err(ServiceError::invalid(Problem::error("rule-numbers")));
        }
        let now = self.clock.now();
        let from = Month::of(self.today());
        self.store
            .write(move |tx| {
                rules::save(tx, congress, &DatedRule { from, rule })?;
                let what = EventKind::FollowUp(FollowupEvent::LightRuleSet(congress, from));
                Ok(Written::recorded((), Event::new(&grant, now, what)))
            })
            .await
    }
}
