//! Officers in a few words: the sitting adopts them, and each sets a PIN on a screen of their own.

use super::AsShown as _;
use domain::access::Actor;
use domain::act_of_two::ActOfTwo;
use domain::act_of_two::two_people::ActScreen;
use domain::id::{OfficerId, SessionId, SittingId};
use service::act_of_two::confirm::RequestSubject;
use service::act_of_two::press::ActOutcome;
use service::act_of_two::press::Press;

use super::Hall;

impl Hall {
    /// Clerk and chief scrutineer note that a sitting adopted its officers.
    pub fn adopt_at(&self, sitting: SittingId) {
        for name in ["qinghe-clerk", "qinghe-chief"] {
            let actor = self.actor(name);
            let adopted = self.service.adopt_shown(&actor, sitting);
            self.run(adopted).unwrap();
        }
    }

    /// The number of an officer of the county's session, by a part of the name.
    pub fn officer(&self, name: &str) -> OfficerId {
        let clerk = self.actor("qinghe-clerk");
        let listed = self.service.list_officers(&clerk, SessionId(1));
        let mut named = self.run(listed).unwrap().officers.into_iter();
        named.find(|(one, _)| one.name.contains(name)).unwrap().0.id
    }

    /// The officer sets a PIN: from the own account, or on a device that a slip opens.
    pub fn choose_pin(&self, name: &str, pin: &str) -> OfficerId {
        let id = self.officer(name);
        let account = format!(
            "select coalesce((select a.username from officer as o join account as a \
             on a.id = o.account and a.opened_by is null where o.id = {id}), '')"
        );
        let username = self.stored(&account);
        let actor = if username.is_empty() {
            self.device_of(id)
        } else {
            self.actor(&username)
        };
        self.run(self.service.set_pin(&actor, id, pin, pin))
            .unwrap();
        id
    }

    /// A slip is given out by clerk and chief scrutineer and opened on a device of the officer's own.
    pub fn device_of(&self, id: OfficerId) -> Actor {
        let code = self.slip_for(id);
        let name = self.service.new_browser().unwrap();
        let browser = self.service.browser(&name).unwrap();
        self.run(async {
            let opened = self
                .service
                .open_officer_device(&code, "", browser, ActScreen::Device);
            let secret = opened.await.unwrap();
            let found = self.service.find_officer_device(&secret).await.unwrap();
            found.unwrap().actor
        })
    }

    /// The code of a slip that clerk and chief scrutineer give out to an officer.
    pub fn slip_for(&self, id: OfficerId) -> String {
        let clerk = self.actor("qinghe-clerk");
        let chief = self.actor("qinghe-chief");
        self.run(async {
            let (service, sitting) = (&self.service, self.sitting());
            let (act, subject) = (
                ActOfTwo::GiveOfficerSlips,
                RequestSubject::Sitting(sitting.0),
            );
            let asks = Press::default();
            let asked = service.give_officer_slips(&clerk, sitting, vec![id], asks);
            assert_eq!(
                asked.await.unwrap(),
                ActOutcome::Asked,
                "one alone gives out nothing"
            );
            let shown = service.press_shown(&chief, act, subject, "").await.unwrap();
            let given = service.give_officer_slips(&chief, sitting, Vec::new(), shown);
            assert_eq!(given.await.unwrap(), ActOutcome::Done);
            // Whoever is shown the digits stands beside nobody who opens with them.
            let other = self.actor_now("qinghe-scrutineer-2").await;
            let printed = service.print_officer_slips(&other, SessionId(1)).await;
            let (_, slips) = printed.unwrap();
            slips[0].code.text().to_owned()
        })
    }
}
